import type { Variables } from './read-variables.ts';

/** A shorter value cannot be a token, and could be part of any text. */
const SHORTEST_TOKEN = 8;

/**
 * The values that must never leave this machine: tokens and keys, including those in `tokenVariables` of any
 * name, the password of the mail server, and the paths of pings and webhooks.
 */
export function secretValues(
  variables: Variables,
  tokenVariables: readonly string[] = [],
): string[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const text = (value ?? '').trim();
    if (/(PING|WEBHOOK|SMTP)_URL$/.test(name)) return secretsOfUrl(text);
    // Clarity's tokens are JSON Web Tokens, whatever the variable's name; those of a proxy need not be.
    const isSecret =
      tokenVariables.includes(name) ||
      /TOKEN|SECRET|PASSWORD|API_KEY|PRIVATE_KEY$/i.test(name) ||
      text.startsWith('eyJ');
    // A multi-line key would appear line by line.
    return isSecret ? text.split('\n').filter((line) => line.length >= SHORTEST_TOKEN) : [];
  });
}

function secretsOfUrl(text: string): string[] {
  const url = URL.parse(text);
  // When it cannot be parsed, all of it counts as secret.
  if (url === null) return text === '' ? [] : [text];
  const { protocol, pathname, search, password } = url;
  const secrets = protocol.startsWith('http')
    ? [pathname.replace(/\/+$/, ''), search]
    : [password, decoded(password)];
  return [...new Set(secrets)].filter((secret) => secret !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

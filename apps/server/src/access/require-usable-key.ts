import { isIP } from 'node:net';
import type { Database } from '@clarity-keep/db';
import { apiKeyState, listApiKeys } from '@clarity-keep/db';
import { ConfigurationError } from '@clarity-keep/environment';

/**
 * Whether the server requires an API key: anywhere but on loopback, or when it was told to.
 *
 * @throws ConfigurationError when it requires a key and there is no valid one.
 */
export function requireUsableKey(
  db: Database,
  { host, isWanted, now }: { host: string; isWanted: boolean; now: Date },
): boolean {
  const isOpenToOthers = !isLoopback(host);
  if (!isOpenToOthers && !isWanted) return false;
  if (listApiKeys(db).some((key) => apiKeyState(key, now) === 'active')) return true;
  const why = isOpenToOthers
    ? `On ${host}, anyone who can reach this machine could read everything`
    : 'REQUIRE_API_KEY or --require-key asks for a key';
  const otherwise = isOpenToOthers ? ', or listen on 127.0.0.1 only' : '';
  throw new ConfigurationError(
    `${why}, and there is no valid API key. Create one with "clarity-keep-server keys create --name NAME"${otherwise}.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

import { isIP } from 'node:net';
import type { Database } from '@clarity-keep/db';
import { apiKeyState, listApiKeys } from '@clarity-keep/db';
import { ConfigurationError } from '@clarity-keep/environment';

/**
 * Whether the server answers nobody without a key: anywhere but on loopback, or when it was told so.
 *
 * @throws ConfigurationError when it needs a key and there is none that is good.
 */
export function requireUsableKey(
  db: Database,
  { host, isWanted, now }: { host: string; isWanted: boolean; now: Date },
): boolean {
  const isOpenToOthers = !isLoopback(host);
  if (!isOpenToOthers && !isWanted) return false;
  if (listApiKeys(db).some((key) => apiKeyState(key, now) === 'active')) return true;
  const why = isOpenToOthers
    ? `HOST is ${host}, so whoever reaches this machine could read all answers`
    : 'REQUIRE_API_KEY or --require-key says that nobody may ask without a key';
  const otherwise = isOpenToOthers ? ', or listen on 127.0.0.1 only' : '';
  throw new ConfigurationError(
    `${why}, and there is no key that is good. Make one with "clarity-keep-server keys create --name NAME"${otherwise}.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

import { minuteUtc } from '@clarity-keep/core';
import type { ApiKey, Database } from '@clarity-keep/db';
import { apiKeyState, findApiKey } from '@clarity-keep/db';
import { clientOf } from '../connections/client-of.ts';
import type { Access } from './caller.ts';
import { cameFromOutside } from './came-from-outside.ts';

export interface AccessDeps {
  db: Database;
  now: () => Date;
  /** Otherwise programs of this machine may ask without a key. */
  isKeyRequired: boolean;
}

export interface AskingRequest {
  ip: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

const NEEDS_KEY = 'This server requires an API key. Send it as "Authorization: Bearer ck_...".';

/** Who asks. A key that is shown has to be right, also where none is needed. */
export function identifyCaller(deps: AccessDeps, { ip, headers }: AskingRequest): Access {
  const { authorization } = headers;
  if (typeof authorization === 'string') return accessByKey(deps, authorization);
  if (deps.isKeyRequired) return { type: 'refused', code: 'UNAUTHORIZED', message: NEEDS_KEY };
  const outside = cameFromOutside(headers);
  if (outside !== null) {
    const message = `Without an API key this server answers only programs on its own machine, and this request ${outside}. ${HOW_TO}`;
    return { type: 'refused', code: 'FORBIDDEN', message };
  }
  return {
    type: 'granted',
    caller: { key: null, allowedProjects: null, countedAs: `address ${clientOf(ip)}` },
  };
}

const HOW_TO =
  'Create a key with "clarity-keep-server keys create --name NAME" and send it as "Authorization: Bearer ck_...".';

function accessByKey({ db, now }: AccessDeps, authorization: string): Access {
  const [, text = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  const key = findApiKey(db, text);
  if (key === null) return unauthorized('Invalid API key.');
  const problem = problemOf(key, now());
  if (problem !== null) return unauthorized(problem);
  return {
    type: 'granted',
    caller: { key, allowedProjects: key.projects, countedAs: `key ${key.id}` },
  };
}

/** Shown only to the holder of the key. */
function problemOf(key: ApiKey, now: Date): string | null {
  const state = apiKeyState(key, now);
  switch (state) {
    case 'active':
      return null;
    case 'expired':
      return `This key expired at ${shown(key.expiresAt)}. ${HOW_TO}`;
    case 'revoked':
      return `This key was revoked at ${shown(key.revokedAt)}. ${HOW_TO}`;
  }
}

function shown(instant: Date | null): string {
  return instant === null ? 'an unknown time' : minuteUtc(instant);
}

function unauthorized(message: string): Access {
  return { type: 'refused', code: 'UNAUTHORIZED', message };
}

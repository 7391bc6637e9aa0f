import * as z from 'zod';

/** An API key of the query server, without the key itself, which is not stored. */
export interface ApiKey {
  id: number;
  name: string;
  /** Ids of the projects it may ask about; null for all, including future ones. */
  projects: string[] | null;
  createdAt: Date;
  /** From this instant on the key is refused; null for never. */
  expiresAt: Date | null;
  /** To the minute; null if never used. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export type ApiKeyState = 'active' | 'expired' | 'revoked';

/** Whether a key is valid now. */
export function apiKeyState(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: Date,
): ApiKeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

export interface ApiKeyRow {
  id: number;
  name: string;
  /** JSON; null for all projects. */
  projects: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export const apiKeyColumns =
  'id, name, projects, created_at AS createdAt, expires_at AS expiresAt, last_used_at AS lastUsedAt, revoked_at AS revokedAt';

const projectsSchema = z.array(z.string());

export function apiKeyOf(row: ApiKeyRow): ApiKey {
  return {
    ...row,
    projects: row.projects === null ? null : projectsSchema.parse(JSON.parse(row.projects)),
    createdAt: new Date(row.createdAt),
    expiresAt: dateOf(row.expiresAt),
    lastUsedAt: dateOf(row.lastUsedAt),
    revokedAt: dateOf(row.revokedAt),
  };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

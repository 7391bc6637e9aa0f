import type { Column, Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { dayOfInstant, displayText, listed, minute, minuteUtc } from '@clarity-keep/core';
import type { ApiKey, ApiKeyState } from '@clarity-keep/db';
import { apiKeyState } from '@clarity-keep/db';

/** A key as `keys list --json` prints it. */
export interface ListedKey extends Omit<ApiKey, 'id'> {
  state: ApiKeyState;
}

export function listedKey(key: ApiKey, now: Date): ListedKey {
  const { name, projects, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  const state = apiKeyState(key, now);
  return { name, state, projects, createdAt, expiresAt, lastUsedAt, revokedAt };
}

const columns: Column<ListedKey>[] = [
  { head: 'name', kind: 'left', cell: ({ name }) => displayText(name) },
  { head: 'state', kind: 'left', cell: stateText },
  {
    head: 'projects',
    kind: 'wrapping',
    cell: ({ projects }) => (projects === null ? 'all' : displayText(projects.join(', '))),
  },
  { head: 'created', kind: 'left', cell: ({ createdAt }) => dayOfInstant(createdAt, 'UTC') },
  {
    head: 'expires (UTC)',
    kind: 'left',
    cell: ({ expiresAt }) => (expiresAt === null ? 'never' : minute(expiresAt)),
  },
  {
    head: 'last used (UTC)',
    kind: 'left',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : minute(lastUsedAt)),
  },
];

/** All keys, a line each. */
export function keysText(keys: readonly ListedKey[], screen: Screen): string {
  if (keys.length === 0) {
    return 'No keys yet. Create one with "clarity-keep-server keys create --name NAME".\n';
  }
  return `${table(keys, columns, screen).text}\n`;
}

/** Said once, beside the key itself. */
export function createdText({
  name,
  projects,
  expiresAt,
}: Pick<ListedKey, 'name' | 'projects' | 'expiresAt'>): string {
  const scope = projects === null ? 'all projects' : listed(projects);
  const end = expiresAt === null ? 'no expiry date' : `valid until ${minuteUtc(expiresAt)}`;
  return (
    `Key ${JSON.stringify(name)} for ${scope}, ${end}. ` +
    'It is shown only this once: store it where you store passwords.\n'
  );
}

export function revokedText(name: string, revokedAt: Date): string {
  return `Key ${JSON.stringify(name)} was revoked at ${minuteUtc(revokedAt)} and no longer works.\n`;
}

function stateText({ state, revokedAt }: ListedKey): string {
  return revokedAt === null ? state : `${state} ${dayOfInstant(revokedAt, 'UTC')}`;
}

import type { Column, Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { displayText } from '@clarity-keep/core';
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
  { head: 'created', kind: 'left', cell: ({ createdAt }) => dayText(createdAt) },
  {
    head: 'expires',
    kind: 'left',
    cell: ({ expiresAt }) => (expiresAt === null ? 'never' : minuteText(expiresAt)),
  },
  {
    head: 'last used (UTC)',
    kind: 'left',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : minuteText(lastUsedAt)),
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
  const scope = projects === null ? 'all projects' : projects.join(', ');
  const end = expiresAt === null ? 'no expiry date' : `valid until ${minuteText(expiresAt)} UTC`;
  return (
    `Key ${JSON.stringify(name)} for ${scope}, ${end}. ` +
    'It is shown only this once: store it where you store passwords.\n'
  );
}

export function revokedText(name: string, revokedAt: Date): string {
  return `Key ${JSON.stringify(name)} was revoked at ${minuteText(revokedAt)} UTC and no longer works.\n`;
}

function stateText({ state, revokedAt }: ListedKey): string {
  return revokedAt === null ? state : `${state} ${dayText(revokedAt)}`;
}

function dayText(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** An instant of UTC, to the minute. */
function minuteText(instant: Date): string {
  return instant.toISOString().slice(0, 16).replace('T', ' ');
}

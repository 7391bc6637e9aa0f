import { readToken } from '@clarity-keep/clarity';
import { displayText } from '@clarity-keep/core';
import type { Check } from '../check.ts';
import { perProject } from '../per-project.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem, warning } from '../verdict.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
const AUDIENCE = 'clarity.data-exporter';

const NEW_TOKEN =
  'A project admin makes a new one in Clarity under Settings > Data Export > Generate new API token';

/** What can be said of a token without asking Clarity. Nothing of it is repeated but its audience. */
export function tokenVerdict(
  { variable, value }: { variable: string; value: string | undefined },
  now: Date,
): Verdict {
  const token = value?.trim() ?? '';
  if (token === '')
    return problem(`${variable} is not set.`, `${NEW_TOKEN}; set ${variable} to it.`);
  const flaw = flawOf(token);
  if (flaw !== null) {
    return problem(`${variable} ${flaw}.`, 'Paste the token again, alone and on one line.');
  }
  const claims = readToken(token);
  if (claims === null) {
    return warning(
      `${variable} does not look like a token of Clarity: those have three parts with dots between them.`,
      'Clarity may still take it; --live tries it. Otherwise paste it again.',
    );
  }
  const { audience, expiresAt } = claims;
  if (audience !== null && audience !== AUDIENCE) {
    return problem(
      `${variable} is a token for ${displayText(audience)}, not for the Data Export API (${AUDIENCE}).`,
      `${NEW_TOKEN}.`,
    );
  }
  if (expiresAt === null) return ok(`${variable} is a token that names no end.`);
  const day = expiresAt.toISOString().slice(0, 10);
  if (expiresAt <= now) return problem(`${variable} expired on ${day}.`, `${NEW_TOKEN}.`);
  const days = Math.floor((expiresAt.getTime() - now.getTime()) / DAY_MS);
  if (days < SOON_DAYS) {
    return warning(`${variable} expires on ${day}, in ${days} days.`, `${NEW_TOKEN}, before then.`);
  }
  return ok(`${variable} is a token for the Data Export API, until ${day}.`);
}

function flawOf(token: string): string | null {
  if (/^bearer\s/i.test(token))
    return 'begins with the word "Bearer", which is no part of the token';
  if (/^["'`]|["'`]$/.test(token)) {
    return "has quotation marks around it, which Docker's --env-file for one takes as part of it";
  }
  if (/\s/.test(token)) return 'has spaces or line breaks in it';
  return /^[\u0021-\u007E]+$/.test(token) ? null : 'has characters in it that no token has';
}

export const tokenCheck: Check = {
  name: 'token',
  run: ({ now, settings: { variables }, projects }) =>
    perProject(projects, ({ tokenVariable }) =>
      tokenVerdict({ variable: tokenVariable, value: variables[tokenVariable] }, now),
    ),
};

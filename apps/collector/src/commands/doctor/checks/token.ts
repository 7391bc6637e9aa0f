import { CLARITY_API_URL, judgeToken, readToken } from '@clarity-keep/clarity';
import { NEW_TOKEN, tokenWords } from '../../../token/token-words.ts';
import type { Check } from '../check.ts';
import { perProject } from '../per-project.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem, warning } from '../verdict.ts';

/** The verdict on the token in a variable, which is for `apiUrl`, without a call. */
export function tokenVerdict(
  { variable, value, apiUrl }: { variable: string; value: string | undefined; apiUrl: string },
  now: Date,
): Verdict {
  const token = value?.trim() ?? '';
  if (token === '')
    return problem(`${variable} is not set.`, `${NEW_TOKEN}; set ${variable} to it.`);
  const flaw = flawOf(token);
  if (flaw !== null) {
    return problem(`${variable} ${flaw}.`, 'Paste the token again, on a line of its own.');
  }
  const judgement = judgeToken(readToken(token), now);
  const words = tokenWords(variable, judgement);
  switch (judgement.type) {
    case 'opaque':
      return warning(
        words,
        'Clarity may still accept it; --live tries it. Otherwise paste it again.',
      );
    case 'expired':
      return problem(words, `${NEW_TOKEN}.`);
    case 'foreign':
      return isClaritys(apiUrl)
        ? problem(words, `${NEW_TOKEN}.`)
        : warning(
            words,
            'Clarity itself will refuse it; the server at CLARITY_API_URL may accept it.',
          );
    case 'expiring':
      return warning(words, `${NEW_TOKEN}, before then.`);
    case 'valid':
      return ok(words);
  }
}

function isClaritys(apiUrl: string): boolean {
  return new URL(apiUrl).host === new URL(CLARITY_API_URL).host;
}

function flawOf(token: string): string | null {
  if (/^bearer\s/i.test(token)) return 'starts with "Bearer", which is not part of the token';
  if (/^["'`]|["'`]$/.test(token)) {
    return "has quotation marks around it; Docker's --env-file treats them as part of the token";
  }
  if (/\s/.test(token)) return 'contains spaces or line breaks';
  return /^[\u0021-\u007E]+$/.test(token)
    ? null
    : 'contains characters that are not allowed in a token';
}

export const tokenCheck: Check = {
  name: 'token',
  run: ({ now, settings: { variables, environment }, projects }) =>
    perProject(projects, ({ tokenVariable }) =>
      tokenVerdict(
        {
          variable: tokenVariable,
          value: variables[tokenVariable],
          apiUrl: environment.CLARITY_API_URL,
        },
        now,
      ),
    ),
};

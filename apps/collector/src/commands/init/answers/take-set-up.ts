import { UsageError } from '@clarity-keep/command-line';
import { DEFAULT_DATABASE_URL } from '@clarity-keep/environment';
import { settingProblem } from './setting-problem.ts';
import type { GivenAnswers, SetUp, UsableToken } from '../set-up.ts';
import { machineTimeZone } from './time-zones.ts';
import { weighToken } from './weigh-token.ts';

export interface TakeDeps {
  /** The whole standard input; null when that is a terminal. */
  readStdin: () => Promise<string | null>;
  say: (line: string) => void;
  now: () => Date;
}

/**
 * The set-up without questions, with the token on standard input. Missing answers get their defaults; mail settings
 * are left to be added by hand.
 *
 * @throws UsageError when something is missing or needs confirmation.
 */
export async function takeSetUp(
  { readStdin, say, now }: TakeDeps,
  { given, yes }: { given: GivenAnswers; yes: boolean },
): Promise<SetUp> {
  const { projectId, timeZone = machineTimeZone(), databaseUrl = DEFAULT_DATABASE_URL } = given;
  if (projectId === undefined) {
    throw new UsageError('--token-from-stdin needs --project-id.');
  }
  const text = await readStdin();
  if (text === null) {
    throw new UsageError(
      '--token-from-stdin reads the token from standard input, which is a terminal. Pipe it in, or leave the option out to be asked.',
    );
  }
  const token = takeToken(text.trim(), { yes, now: now(), say });
  return { projectId, token, timeZone, report: null, databaseUrl };
}

function takeToken(
  text: string,
  { yes, now, say }: { yes: boolean; now: Date; say: (line: string) => void },
): UsableToken {
  const { problem, doubt, warning, expiresAt } = weighToken(text, now);
  const unusable = settingProblem('CLARITY_API_TOKEN', text) ?? problem;
  if (unusable !== null) throw new UsageError(`The token on standard input: ${unusable}`);
  if (doubt !== null && !yes) {
    throw new UsageError(`${doubt} Add --yes to use it anyway, e.g. with a proxy.`);
  }
  for (const line of [doubt, warning]) if (line !== null) say(`Warning: ${line}`);
  return { text, expiresAt, isClaritys: doubt === null };
}

import type { NumOfDays, UrlRules } from '@clarity-keep/core';
import { counted, listedUpTo, MAX_APART_SECONDS } from '@clarity-keep/core';
import { AnswerNotUnderstoodError, withoutToken } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import { archiveAnswer, givesDays, hasNarrowerWindow, writeInBulk } from '@clarity-keep/db';
import { factsOfArchive } from '../../archive/facts-of-archive.ts';
import { readAnswer } from '../../archive/read-answer.ts';
import { ImportError } from '../../errors.ts';
import type { ImportResult } from '../import-result.ts';
import { REASONS_KEPT } from '../import-result.ts';
import type { SavedAnswer } from './saved-answer.ts';

export interface AnswersToImport {
  /** Of the file, for messages. */
  name: string;
  answers: AsyncIterable<SavedAnswer>;
  /** Whether one that cannot be used ends the import. */
  isOnlyOne: boolean;
  project: { id: string; timeZone: string };
  rules: UrlRules;
  /** As the caller says; a file that says otherwise is refused. */
  at?: Date | undefined;
  numOfDays?: NumOfDays | undefined;
  token?: string | undefined;
  now: () => Date;
  onProgress: () => void;
}

/** The clock that a file was saved by may be ahead of ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/** A response that is stored now. */
interface StoredAnswer {
  callId: number;
  at: Date;
  numOfDays: NumOfDays;
  breakdown: string;
}

/**
 * Stores saved responses of the insights format in the archive and builds their facts, in one transaction. What is
 * no response is rejected with its reason.
 *
 * @throws ImportError when the time or the window of a response is unknown, or is not what the caller says;
 * AnswerNotUnderstoodError when the only response is not understood. Nothing is stored then.
 */
export function importAnswers(db: Database, input: AnswersToImport): Promise<ImportResult> {
  const result: ImportResult = {
    read: 0,
    inserted: 0,
    duplicates: 0,
    rejected: 0,
    reasons: [],
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    warnings: [],
  };
  const reject = (place: string, reason: string): void => {
    result.rejected += 1;
    if (result.reasons.length < REASONS_KEPT) {
      result.reasons.push(withoutToken(`${place}: ${reason}`, input.token));
    }
  };
  return writeInBulk(db, async () => {
    const store = answerStore(db, input);
    const wide: StoredAnswer[] = [];
    for await (const answer of input.answers) {
      const { place, body } = answer;
      result.read += 1;
      input.onProgress();
      if (typeof body === 'string') {
        reject(place, body);
        continue;
      }
      const call = callOf(answer, input);
      if (call.at.getTime() > input.now().getTime() + CLOCKS_APART_MS) {
        reject(place, `fetched at ${call.at.toISOString()}, which has not come yet`);
        continue;
      }
      try {
        const stored = store({ ...call, body: Buffer.from(body) });
        if (stored === null) {
          result.duplicates += 1;
          continue;
        }
        result.inserted += 1;
        add(result, stored, place);
        const { callId, breakdown } = stored;
        if (call.numOfDays > 1 && breakdown !== null) wide.push({ ...call, callId, breakdown });
      } catch (error) {
        if (!(error instanceof AnswerNotUnderstoodError)) throw error;
        if (input.isOnlyOne) throw ofFile(input.name, error);
        reject(place, error.message.replace(' The raw response is stored.', ''));
      }
    }
    result.warnings.push(...withoutDays(db, input.project.id, wide));
    return result;
  });
}

type Call = Pick<StoredAnswer, 'at' | 'numOfDays'> & { dimensions: string[] | null };

/** Stores one response, or nothing of it when it cannot be parsed; null when it is already stored. */
function answerStore(db: Database, { project, rules, token, now }: AnswersToImport) {
  const factsOf = factsOfArchive(db, { rules, token });
  return db.sql.transaction((answer: Call & { body: Buffer }) => {
    const { at, numOfDays, dimensions, body } = answer;
    const callId = archiveAnswer(db, {
      projectId: project.id,
      body,
      windowEnd: at,
      numOfDays,
      dimensions: dimensions ?? [],
    });
    if (callId === null) return null;
    const read = readAnswer(db, {
      readBody: () => body,
      projectId: project.id,
      timeZone: project.timeZone,
      rules,
      token,
      callId,
      windowEnd: at,
      numOfDays,
      dimensions,
      now: now(),
      factsOf,
    });
    return { ...read, callId };
  });
}

/** The time and the window of a response: the file's own, and else the caller's. */
function callOf({ place, at, numOfDays, dimensions }: SavedAnswer, input: AnswersToImport): Call {
  const { name } = input;
  const where = place === '' ? name : `${name}, ${place},`;
  if (at !== null && input.at !== undefined && at.getTime() !== input.at.getTime()) {
    throw new ImportError(
      `${where} says that it was fetched at ${at.toISOString()}, not at ${input.at.toISOString()}. ` +
        'Leave out --at to use the time in the file. Nothing was imported.',
    );
  }
  if (numOfDays !== null && input.numOfDays !== undefined && numOfDays !== input.numOfDays) {
    throw new ImportError(
      `${where} says that it covers ${counted(numOfDays, 'day')}, not ${input.numOfDays}. ` +
        'Leave out --num-of-days to use the window in the file. Nothing was imported.',
    );
  }
  const known = at ?? input.at;
  if (known === undefined) {
    throw new ImportError(
      `${name} is a saved response, which does not say when it was fetched. ` +
        'Add --at and, if its window was not one day, --num-of-days: ' +
        `clarity-keep import ${name === 'standard input' ? '-' : name} --at 2026-11-20T05:00:00Z --num-of-days 1`,
    );
  }
  return { at: known, numOfDays: numOfDays ?? input.numOfDays ?? 1, dimensions };
}

function add(
  result: ImportResult,
  { facts, warnings }: Pick<ImportResult, 'facts' | 'warnings'>,
  place: string,
): void {
  result.facts.inserted += facts.inserted;
  result.facts.replaced += facts.replaced;
  result.facts.unchanged += facts.unchanged;
  for (const warning of warnings) {
    if (result.warnings.length >= WARNINGS_KEPT) return;
    result.warnings.push(place === '' ? warning : `${place}: ${warning}`);
  }
}

const WARNINGS_KEPT = 20;
const NAMED = 3;

/** Why responses over several days give no day by themselves. */
function withoutDays(db: Database, projectId: string, wide: readonly StoredAnswer[]): string[] {
  const useless = wide.filter(
    ({ callId, at, numOfDays }) =>
      !givesDays(db, callId) &&
      !hasNarrowerWindow(db, { projectId, callId, windowEnd: at, numOfDays }),
  );
  if (useless.length === 0) return [];
  const named = useless.map(
    ({ at, numOfDays, breakdown }) =>
      `${numOfDays} days by ${breakdown}, fetched at ${at.toISOString()}`,
  );
  return [
    `${counted(useless.length, 'response')} over several days ${useless.length === 1 ? 'is' : 'are'} stored but ` +
      `give${useless.length === 1 ? 's' : ''} no facts yet (${listedUpTo(NAMED, named)}): ` +
      'a day can only be told by the difference to the response that covers one day less and was fetched within ' +
      `${MAX_APART_SECONDS / 60} minutes of it. Import that one too, if you have it.`,
  ];
}

/** Unlike an incomplete response, a file is not collected again by a later run. */
function ofFile(name: string, error: AnswerNotUnderstoodError): AnswerNotUnderstoodError {
  if (error.code !== 'unreadable') return error;
  return new AnswerNotUnderstoodError(
    `${name} is not a complete JSON list: it breaks off or is not JSON. Nothing was imported.`,
    { code: 'unreadable', cause: error },
  );
}

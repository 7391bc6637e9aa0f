import { addDays, dayOfInstant } from '@clarity-keep/core';
import { PARSER_VERSION } from '@clarity-keep/clarity';
import type { ArchivedAnswer, Database, FactCounts, FactsGrouping } from '@clarity-keep/db';
import {
  archivedAnswers,
  countPrunedDays,
  dropUnusedSegments,
  markAnswered,
  noteNotUnderstood,
  regroupSessions,
  removeSessionDays,
  removeSessionsOf,
  saveFactsGrouping,
  settleDays,
  writeInBulk,
} from '@clarity-keep/db';
import { factsOfArchive } from './facts-of-archive.ts';
import { interpretBody } from './interpret-body.ts';
import { isUnreadable } from './is-unreadable.ts';
import { readAnswer } from './read-answer.ts';

export interface ReparseResult {
  project: string;
  /** Archived answers that were read once more. */
  answers: number;
  /** Answers that this version does not understand either. */
  notUnderstood: number;
  facts: FactCounts;
  /** Days that stay as they were grouped, because their answers were given up. */
  keptDays: number;
}

export interface ReparseInput {
  projectId: string;
  grouping: FactsGrouping;
  now: Date;
  onProgress: (done: number, total: number) => void;
}

/**
 * Makes every fact of a project anew from the archive, under a time zone and URL rules, in one
 * transaction: all or nothing. With nothing changed it changes nothing. Days whose bodies were given up
 * stay as they are.
 */
export function reparseProject(db: Database, input: ReparseInput): Promise<ReparseResult> {
  return writeInBulk(db, () => Promise.resolve(reparse(db, input)));
}

function reparse(
  db: Database,
  { projectId, grouping, now, onProgress }: ReparseInput,
): ReparseResult {
  const { timeZone, urlRules: rules } = grouping;
  const result: ReparseResult = {
    project: projectId,
    answers: 0,
    notUnderstood: 0,
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    keptDays: countPrunedDays(db, projectId),
  };
  saveFactsGrouping(db, projectId, grouping);
  const factsOf = factsOfArchive(db, rules);
  const answers = archivedAnswers(db, { projectId });
  const ofSessions: ArchivedAnswer[] = [];
  for (const [index, answer] of answers.entries()) {
    try {
      const body = answer.readBody();
      const meaning = interpretBody({ ...answer, body, rules });
      result.answers += 1;
      if (meaning.format === 'sessions') ofSessions.push(answer);
      else
        markAnswered(
          db,
          { ...meaning, callId: answer.callId, parserVersion: PARSER_VERSION, parsedAt: now },
          meaning.facts,
        );
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      result.notUnderstood += 1;
      noteNotUnderstood(db, {
        callId: answer.callId,
        error: `${error.message} The raw body is kept.`,
        parserVersion: PARSER_VERSION,
      });
    }
    onProgress(index + 1, answers.length);
  }
  add(result.facts, regroupSessions(db, { projectId, rules }));
  if (ofSessions.length > 0) {
    removeSessionDays(db, projectId);
    for (const answer of ofSessions) {
      removeSessionsOf(db, answer.callId);
      const { facts } = readAnswer(db, {
        ...answer,
        body: answer.readBody(),
        projectId,
        timeZone,
        rules,
        now,
        factsOf,
      });
      add(result.facts, facts);
    }
  }
  const [first, last] = [answers[0], answers.at(-1)];
  if (first !== undefined && last !== undefined) {
    const ends = answers.map(({ windowEnd }) => windowEnd.getTime());
    const { facts } = settleDays(db, {
      projectId,
      timeZone,
      from: addDays(dayOfInstant(new Date(Math.min(...ends)), timeZone), -4),
      to: addDays(dayOfInstant(new Date(Math.max(...ends)), timeZone), 1),
      factsOf,
      rebuild: true,
    });
    add(result.facts, facts);
  }
  dropUnusedSegments(db);
  return result;
}

function add(total: FactCounts, counts: FactCounts): void {
  total.inserted += counts.inserted;
  total.replaced += counts.replaced;
  total.unchanged += counts.unchanged;
}

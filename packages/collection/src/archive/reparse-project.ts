import { addDays, dayOfInstant, URL_RULES_VERSION } from '@clarity-keep/core';
import { PARSER_VERSION } from '@clarity-keep/clarity';
import type { ArchivedAnswer, Database, FactCounts, FactsGrouping } from '@clarity-keep/db';
import {
  archivedAnswers,
  countPrunedDays,
  dropUnusedSegments,
  markAnswered,
  regroupSessions,
  removeImpossibleFacts,
  removeImpossibleSessions,
  removeSessionDays,
  removeSessionsOf,
  saveFactsGrouping,
  settleDays,
  writeInBulk,
} from '@clarity-keep/db';
import { factsOfArchive } from './facts-of-archive.ts';
import { interpretBody } from './interpret-body.ts';
import { isUnreadable } from './is-unreadable.ts';
import { markUnreadable, readAnswer } from './read-answer.ts';

export interface ReparseResult {
  project: string;
  /** Archived responses that were parsed again. */
  answers: number;
  /** Responses that this version cannot parse either. */
  notUnderstood: number;
  facts: FactCounts;
  /** Days that keep their grouping, because their raw responses were deleted. */
  keptDays: number;
  /** Impossible session records that an earlier version accepted. */
  removedSessions: number;
  /** Facts with impossible values and no archived response. */
  mendedFacts: number;
}

export interface ReparseInput {
  projectId: string;
  grouping: Pick<FactsGrouping, 'timeZone' | 'urlRules'>;
  /** A secret that must not be quoted or stored. */
  token?: string | undefined;
  now: Date;
  onProgress: (done: number, total: number) => void;
}

/**
 * Rebuilds every fact of a project from the archive, under a time zone and URL rules, in one
 * transaction: all or nothing. With nothing changed it changes nothing. Days whose bodies were deleted
 * stay as they are.
 */
export function reparseProject(db: Database, input: ReparseInput): Promise<ReparseResult> {
  return writeInBulk(db, () => Promise.resolve(reparse(db, input)));
}

function reparse(
  db: Database,
  { projectId, grouping, token, now, onProgress }: ReparseInput,
): ReparseResult {
  const { timeZone, urlRules: rules } = grouping;
  const result: ReparseResult = {
    project: projectId,
    answers: 0,
    notUnderstood: 0,
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    keptDays: countPrunedDays(db, projectId),
    removedSessions: 0,
    mendedFacts: 0,
  };
  saveFactsGrouping(db, projectId, {
    timeZone,
    urlRules: rules,
    urlRulesVersion: URL_RULES_VERSION,
  });
  const factsOf = factsOfArchive(db, { rules, token });
  const answers = archivedAnswers(db, { projectId });
  const ofSessions: ArchivedAnswer[] = [];
  for (const [index, answer] of answers.entries()) {
    try {
      const meaning = interpretBody({ ...answer, rules, token });
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
      markUnreadable(db, answer.callId, error);
    }
    onProgress(index + 1, answers.length);
  }
  result.removedSessions = removeImpossibleSessions(db, projectId);
  add(result.facts, regroupSessions(db, { projectId, rules }));
  if (ofSessions.length > 0) {
    removeSessionDays(db, projectId);
    for (const answer of ofSessions) {
      removeSessionsOf(db, answer.callId);
      try {
        const input = { ...answer, projectId, timeZone, rules, token, now, factsOf };
        add(result.facts, readAnswer(db, input).facts);
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        result.answers -= 1;
        result.notUnderstood += 1;
      }
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
  result.mendedFacts = removeImpossibleFacts(db, projectId);
  dropUnusedSegments(db);
  return result;
}

function add(total: FactCounts, counts: FactCounts): void {
  total.inserted += counts.inserted;
  total.replaced += counts.replaced;
  total.unchanged += counts.unchanged;
}

import type { NumOfDays, UrlRules } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { archiveAnswer } from '@clarity-keep/db';
import { factsOfArchive } from '../archive/facts-of-archive.ts';
import { readAnswer } from '../archive/read-answer.ts';
import { ImportError } from '../errors.ts';
import type { ImportResult } from './import-result.ts';

export interface AnswerToImport {
  path: string;
  body: Buffer;
  project: { id: string; timeZone: string };
  rules: UrlRules;
  at?: Date | undefined;
  token?: string | undefined;
  numOfDays: NumOfDays;
  now: () => Date;
}

/**
 * Stores a saved response in the insights format in the archive and builds its facts, in one transaction. The
 * response itself does not say when it was collected.
 */
export function importAnswer(db: Database, input: AnswerToImport): ImportResult {
  const { path, body, project, at, numOfDays, now } = input;
  if (at === undefined) {
    throw new ImportError(
      `${path} is a saved response, which does not say when it was fetched. ` +
        'Add --at and, if its window was not one day, --num-of-days: ' +
        `clarity-keep import ${path} --at 2026-11-20T05:00:00Z --num-of-days 1`,
    );
  }
  return db.sql
    .transaction((): ImportResult => {
      const callId = archiveAnswer(db, { projectId: project.id, body, windowEnd: at, numOfDays });
      const result: ImportResult = {
        read: 1,
        inserted: callId === null ? 0 : 1,
        duplicates: callId === null ? 1 : 0,
        rejected: 0,
        reasons: [],
        facts: { inserted: 0, replaced: 0, unchanged: 0 },
        warnings: [],
      };
      if (callId === null) return result;
      const { facts, warnings } = readAnswer(db, {
        ...input,
        readBody: () => body,
        projectId: project.id,
        timeZone: project.timeZone,
        callId,
        windowEnd: at,
        dimensions: null,
        now: now(),
        factsOf: factsOfArchive(db, input),
      });
      return { ...result, facts, warnings };
    })
    .immediate();
}

import type { NumOfDays } from '@clarity-keep/core';
import { counted } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { ImportError } from '../errors.ts';
import { importAnswers } from './answers/import-answers.ts';
import { plainAnswer, savedAnswers } from './answers/saved-answers.ts';
import type { FileKind } from './file-kind.ts';
import { fileKind } from './file-kind.ts';
import type { ImportResult } from './import-result.ts';
import type { SessionImport } from './import-sessions.ts';
import { importSessions } from './import-sessions.ts';
import type { Input, Stdin } from './open-input.ts';
import { openInput } from './open-input.ts';
import { recordingsFile } from './recordings/recordings-file.ts';
import { sessionLines, sessionList } from './session-file.ts';
import type { SessionSource } from './session-source.ts';
import { tutorialDatabase } from './tutorial-database.ts';

export interface ImportInput extends Omit<
  SessionImport,
  'source' | 'at' | 'isAtKnown' | 'numOfDays'
> {
  /** `-` is standard input. */
  path: string;
  /** When the data was collected; optional for session records and files that say so themselves. */
  at?: Date | undefined;
  /** One day, unless the file says otherwise. */
  numOfDays?: NumOfDays | undefined;
  /** Of the times in a list of recordings; the project's by default. */
  timeZone?: string | undefined;
  /** A secret that must not be quoted. */
  token?: string | undefined;
  /** The largest saved response; session records may have any size. */
  maxAnswerBytes: number;
}

/**
 * Imports a file of any known kind, packed by gzip or not: the tutorial's SQLite file, session records as JSON or as
 * the CSV of Clarity's recordings list, or saved responses in the insights format. It is read and parsed once, and at
 * most one response or some hundred records are in memory.
 *
 * @throws ImportError when the file cannot be used; AnswerNotUnderstoodError when the shape of its JSON is
 * unknown. Nothing is stored then.
 */
export async function importFile(
  { db, now, stdin }: { db: Database; now: () => Date; stdin: Stdin },
  input: ImportInput,
): Promise<ImportResult> {
  const opened = await openInput(input.path, { stdin });
  try {
    const found = fileKind(opened, input);
    if (found.kind !== 'answer' && found.kind !== 'saved-answers') {
      return await importRecords(db, input, { opened, found, now });
    }
    const maxBytes = input.maxAnswerBytes;
    return await importAnswers(db, {
      ...input,
      name: opened.name,
      answers:
        found.kind === 'answer'
          ? plainAnswer(opened, maxBytes)
          : savedAnswers(opened, { as: found.as, maxBytes }),
      isOnlyOne: found.kind === 'answer',
      now,
      onProgress: () => input.onProgress(opened.bytesRead(), opened.size),
    });
  } finally {
    await opened.close();
  }
}

type RecordsKind = Exclude<FileKind, { kind: 'answer' | 'saved-answers' }>;

function recordsOf(
  input: ImportInput,
  opened: Input,
  found: RecordsKind,
): SessionSource & { close?: () => void } {
  const { token, project } = input;
  switch (found.kind) {
    case 'sqlite':
      if (opened.path !== null) return tutorialDatabase(opened.path);
      throw new ImportError(
        `${opened.name} is a SQLite database, which can only be read from an unpacked file. Unpack or save it first.`,
      );
    case 'sessions': {
      const file = { input: opened, token };
      return found.as === 'list' ? sessionList(file) : sessionLines(file);
    }
    case 'recordings': {
      const zones = {
        timeZone: input.timeZone ?? project.timeZone,
        projectTimeZone: project.timeZone,
      };
      return recordingsFile({ input: opened, table: found.table, zones, token });
    }
  }
}

async function importRecords(
  db: Database,
  input: ImportInput,
  { opened, found, now }: { opened: Input; found: RecordsKind; now: () => Date },
): Promise<ImportResult> {
  const source = recordsOf(input, opened, found);
  const at = input.at ?? now();
  const isAtKnown = input.at !== undefined;
  try {
    const { usedAt, left, startDays, ...result } = await importSessions(db, {
      ...input,
      numOfDays: input.numOfDays ?? 1,
      source,
      at,
      isAtKnown,
    });
    const warnings: string[] = [];
    if (startDays > 0) {
      warnings.push(
        `A recordings list holds only the sessions that its filters let through, so ${counted(startDays, 'day')} ` +
          `${startDays === 1 ? 'counts as an estimate' : 'count as estimates'}.`,
      );
    }
    if (usedAt && !isAtKnown) {
      warnings.push(
        `The file does not say when its sessions were collected, so they count as collected now, ${at.toISOString()}. ` +
          'If that is wrong, import the file into a new database with --at.',
      );
    }
    if (left.length > 0) {
      warnings.push(
        `Clarity's own responses cover ${left.length} of the days better (${left.slice(0, 3).join(', ')}${left.length > 3 ? ', ...' : ''}): ` +
          'the sessions are stored, but the facts of those days stay as they are.',
      );
    }
    return { ...result, warnings };
  } finally {
    source.close?.();
  }
}

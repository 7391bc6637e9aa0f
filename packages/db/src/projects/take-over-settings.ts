import type { SignalWeights } from '@clarity-keep/core';
import { DatabaseError } from '../errors.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { weightsColumn } from './weights-column.ts';

/** The settings of a project that can change without touching its facts. Undefined leaves what is stored. */
export interface TakenOverSettings {
  id: string;
  name: string | undefined;
  signalWeights: SignalWeights | undefined;
}

const DIFFERS = `SELECT 1 FROM projects
  WHERE id = @id AND (name <> @name OR (@setsWeights AND signal_weights IS NOT @signalWeights))`;

const UPDATE = `UPDATE projects SET name = ifnull(@name, name),
    signal_weights = iif(@setsWeights, @signalWeights, signal_weights)
  WHERE id = @id`;

/**
 * Takes names and weights over from the configuration, for projects that the database knows. Not time zones:
 * facts are grouped by them. Writes only if something differs, so that questions work on a read-only file.
 *
 * @throws DatabaseError when something differs and the file is read-only.
 */
export function takeOverSettings(db: Database, projects: readonly TakenOverSettings[]): void {
  for (const project of projects) if (isNew(db, project)) update(db, columnsOf(project));
}

/** The ids of the projects that have settings to take over. */
export function newSettings(db: Database, projects: readonly TakenOverSettings[]): string[] {
  return projects.filter((project) => isNew(db, project)).map(({ id }) => id);
}

function isNew(db: Database, project: TakenOverSettings): boolean {
  return prepared(db, DIFFERS).get(columnsOf(project)) !== undefined;
}

function columnsOf({ id, name, signalWeights }: TakenOverSettings) {
  return {
    id,
    name: name ?? null,
    signalWeights: signalWeights === undefined ? null : weightsColumn(signalWeights),
    setsWeights: signalWeights === undefined ? 0 : 1,
  };
}

function update(db: Database, settings: { id: string }): void {
  try {
    prepared(db, UPDATE).run(settings);
  } catch (error) {
    const isReadOnly =
      error instanceof Error && String(Reflect.get(error, 'code')).startsWith('SQLITE_READONLY');
    if (!isReadOnly) throw error;
    throw new DatabaseError(
      'read-only',
      `The configuration has a new name or new weights for project ${settings.id}, but this user cannot write to the ` +
        `database ${db.path}. Run any clarity-keep command as a user who can.`,
      { cause: error },
    );
  }
}

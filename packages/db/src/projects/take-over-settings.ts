import type { SignalWeights } from '@clarity-keep/core';
import { DatabaseError } from '../errors.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { weightsColumn } from './weights-column.ts';

/** What may change of a project without a touch to its facts. Undefined leaves what the database has. */
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
 * Takes over what the configuration says of projects that the database knows: names and weights. Not
 * time zones, which facts are grouped by. Writes only when something differs, so that a file that can
 * only be read can be asked.
 *
 * @throws DatabaseError when something differs and the file can only be read.
 */
export function takeOverSettings(db: Database, projects: readonly TakenOverSettings[]): void {
  for (const project of projects) if (isNew(db, project)) update(db, columnsOf(project));
}

/** The ids of the projects of which something would be taken over. */
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
      `The name or the weights of project ${settings.id} have changed in the configuration, and the database ${db.path} ` +
        'cannot be written to. Run a command of clarity-keep as somebody who may write it.',
      { cause: error },
    );
  }
}

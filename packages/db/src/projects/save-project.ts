import type { SignalWeights } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import { weightsColumn } from './weights-column.ts';

export interface ProjectSettings {
  id: string;
  name: string;
  timeZone: string;
  /** Undefined leaves the stored weights; a new project gets the defaults. */
  signalWeights?: SignalWeights | undefined;
}

const SQL = `INSERT INTO projects (id, name, time_zone, signal_weights, created_at)
    VALUES (@id, @name, @timeZone, @signalWeights, @now)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone,
    signal_weights = iif(@setsWeights, excluded.signal_weights, signal_weights)
  WHERE name <> excluded.name OR time_zone <> excluded.time_zone
    OR (@setsWeights AND signal_weights IS NOT excluded.signal_weights)`;

/** Adds a project, or updates its name, time zone and weights. */
export function saveProject(db: Database, settings: ProjectSettings, now: Date): void {
  const { id, name, timeZone, signalWeights } = settings;
  prepared(db, SQL).run({
    id,
    name,
    timeZone,
    signalWeights: signalWeights === undefined ? null : weightsColumn(signalWeights),
    setsWeights: signalWeights === undefined ? 0 : 1,
    now: now.toISOString(),
  });
}

import type { SignalWeights } from '@clarity-keep/core';
import { defaultSignalWeights, signalWeightsSchema } from '@clarity-keep/core';
import { DatabaseError } from '../errors.ts';

/** A Clarity project as it is kept here. */
export interface Project {
  /** Clarity's own id. */
  id: string;
  name: string;
  /** IANA name; reporting days are calendar days in it. */
  timeZone: string;
  /** How much one affected session of each signal counts. */
  signalWeights: SignalWeights;
  createdAt: Date;
}

export interface ProjectRow {
  id: string;
  name: string;
  timeZone: string;
  /** JSON; null for the defaults. */
  signalWeights: string | null;
  createdAt: string | number;
}

export const projectColumns =
  'id, name, time_zone AS timeZone, signal_weights AS signalWeights, created_at AS createdAt';

/** @throws DatabaseError when somebody has written weights into the file that are none. */
export function projectOf(row: ProjectRow): Project {
  return { ...row, signalWeights: weightsOf(row), createdAt: new Date(row.createdAt) };
}

function weightsOf({ id, signalWeights }: ProjectRow): SignalWeights {
  if (signalWeights === null) return defaultSignalWeights;
  try {
    return signalWeightsSchema.parse(JSON.parse(signalWeights));
  } catch (error) {
    throw new DatabaseError(
      'bad-weights',
      `The column signal_weights of project ${id} holds no weights of signals. Set it to NULL for the defaults.`,
      { cause: error },
    );
  }
}

import type { SignalWeights } from '@clarity-keep/core';
import { defaultSignalWeights, signalWeightsSchema } from '@clarity-keep/core';
import { DatabaseError } from '../errors.ts';

/** A Clarity project as stored. */
export interface Project {
  /** Clarity's id. */
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

/** @throws DatabaseError when someone has written invalid weights into the file. */
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
      `The column signal_weights of project ${id} is not valid. Set it to NULL to use the default weights.`,
      { cause: error },
    );
  }
}

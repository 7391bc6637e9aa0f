import { isDeepStrictEqual } from 'node:util';
import type { Database, FactsGrouping } from '@clarity-keep/db';
import {
  loadFactsGrouping,
  loadProject,
  newestCoveredDay,
  saveFactsGrouping,
  saveProject,
} from '@clarity-keep/db';
import type { ProjectConfiguration } from '@clarity-keep/environment';

export interface PreparedProject {
  id: string;
  name: string;
  /** What facts are grouped by now. */
  grouping: FactsGrouping;
  /** What the configuration wants them to be grouped by; another one waits for `reparse`. */
  wanted: FactsGrouping;
}

/**
 * How the facts of a project are grouped, and how they are to be. Facts of two time zones, or of two sets
 * of URL rules, would count visits twice or not at all: once there are facts, new ones are grouped as
 * these are, until `reparse` groups all of them anew.
 */
export function findGrouping(
  db: Database | null,
  { id, timeZone, urlRules }: Pick<ProjectConfiguration, 'id' | 'timeZone' | 'urlRules'>,
): Pick<PreparedProject, 'grouping' | 'wanted'> {
  const known = db === null ? null : loadProject(db, id);
  const wanted: FactsGrouping = {
    timeZone: timeZone ?? known?.timeZone ?? 'UTC',
    urlRules,
  };
  if (db === null || known === null || newestCoveredDay(db, id) === null) {
    return { grouping: wanted, wanted };
  }
  // A database of the first version does not say by which rules its pages were made.
  const grouping = loadFactsGrouping(db, id) ?? { ...wanted, timeZone: known.timeZone };
  return { grouping, wanted };
}

/** Makes a project known to the database, with the weights that it is to have and the grouping that its facts have. */
export function prepareProject(
  db: Database,
  project: Pick<ProjectConfiguration, 'id' | 'name' | 'timeZone' | 'urlRules'> &
    Partial<Pick<ProjectConfiguration, 'signalWeights'>>,
  now: Date,
): PreparedProject {
  const { id, signalWeights } = project;
  const name = project.name ?? loadProject(db, id)?.name ?? id;
  const { grouping, wanted } = findGrouping(db, project);
  saveProject(db, { id, name, timeZone: grouping.timeZone, signalWeights }, now);
  if (!isDeepStrictEqual(loadFactsGrouping(db, id), grouping)) saveFactsGrouping(db, id, grouping);
  return { id, name, grouping, wanted };
}

/** Says that settings wait for `reparse`, or nothing. */
export function regroupingWarning({ id, grouping, wanted }: PreparedProject): string | null {
  const changed = [
    ...(grouping.timeZone === wanted.timeZone
      ? []
      : [`the time zone (now ${grouping.timeZone}, wanted ${wanted.timeZone})`]),
    ...(isDeepStrictEqual(grouping.urlRules, wanted.urlRules) ? [] : ['the URL rules']),
  ];
  if (changed.length === 0) return null;
  return (
    `The configuration changes ${changed.join(' and ')} of ${id}. Facts stay grouped as they are until ` +
    '"clarity-keep reparse" groups all of them anew.'
  );
}

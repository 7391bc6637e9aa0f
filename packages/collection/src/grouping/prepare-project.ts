import { listed } from '@clarity-keep/core';
import { isDeepStrictEqual } from 'node:util';
import type { Database, FactsGrouping } from '@clarity-keep/db';
import {
  hasSessionRecords,
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
  /** Session records of a version that did not say by which rules it made pages of their URLs. */
  isOfUnknownRules: boolean;
}

type Configured = Pick<ProjectConfiguration, 'id' | 'name' | 'timeZone' | 'urlRules'> &
  Partial<Pick<ProjectConfiguration, 'signalWeights'>>;

/**
 * How the facts of a project are grouped, and how they are to be. Facts of two time zones, or of two sets
 * of URL rules, would count visits twice or not at all: once there are facts, new ones are grouped as
 * existing ones, until `reparse` regroups all of them.
 */
export function findGrouping(
  db: Database | null,
  { id, timeZone, urlRules }: Pick<ProjectConfiguration, 'id' | 'timeZone' | 'urlRules'>,
): Pick<PreparedProject, 'grouping' | 'wanted' | 'isOfUnknownRules'> {
  const known = db === null ? null : loadProject(db, id);
  const wanted: FactsGrouping = {
    timeZone: timeZone ?? known?.timeZone ?? 'UTC',
    urlRules,
  };
  if (db === null || known === null || newestCoveredDay(db, id) === null) {
    return { grouping: wanted, wanted, isOfUnknownRules: false };
  }
  const grouping = loadFactsGrouping(db, id);
  // Answers of the first version are read again by themselves, under these rules; its records are not.
  return grouping === null
    ? {
        grouping: { ...wanted, timeZone: known.timeZone },
        wanted,
        isOfUnknownRules: hasSessionRecords(db, id),
      }
    : { grouping, wanted, isOfUnknownRules: false };
}

/**
 * Makes a project known to the database, with the weights that it is to have and the grouping that its
 * facts have. Only for who holds its lease: `reparse` changes the grouping.
 */
export function prepareProject(db: Database, project: Configured, now: Date): PreparedProject {
  return db.sql
    .transaction(() => {
      const { id, signalWeights } = project;
      const name = project.name ?? loadProject(db, id)?.name ?? id;
      const found = findGrouping(db, project);
      const { timeZone } = found.grouping;
      saveProject(db, { id, name, timeZone, signalWeights }, now);
      const isNoted = isDeepStrictEqual(loadFactsGrouping(db, id), found.grouping);
      if (!isNoted && !found.isOfUnknownRules) saveFactsGrouping(db, id, found.grouping);
      return { id, name, ...found };
    })
    .immediate();
}

/** Says that settings wait for `reparse`, or nothing. */
export function regroupingWarning({
  id,
  grouping,
  wanted,
  isOfUnknownRules,
}: PreparedProject): string | null {
  if (isOfUnknownRules) {
    return (
      `The session records of ${id} were grouped into pages by an earlier version with other rules. ` +
      '"clarity-keep reparse" regroups them by the current ones.'
    );
  }
  const changed = [
    ...(grouping.timeZone === wanted.timeZone
      ? []
      : [`the time zone (now ${grouping.timeZone}, wanted ${wanted.timeZone})`]),
    ...(isDeepStrictEqual(grouping.urlRules, wanted.urlRules) ? [] : ['the URL rules']),
  ];
  if (changed.length === 0) return null;
  return (
    `The configuration changes ${listed(changed)} of ${id}. Existing facts keep their grouping until ` +
    'you run "clarity-keep reparse".'
  );
}

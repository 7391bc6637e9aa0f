import { listed, URL_RULES_VERSION } from '@clarity-keep/core';
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
  /** How facts are grouped now. */
  grouping: FactsGrouping;
  /** How the configuration wants them grouped; a change waits for `reparse`. */
  wanted: FactsGrouping;
  /** Session records from a version that did not record the rules their URLs were grouped by. */
  isOfUnknownRules: boolean;
}

type Configured = Pick<ProjectConfiguration, 'id' | 'name' | 'timeZone' | 'urlRules'> &
  Partial<Pick<ProjectConfiguration, 'signalWeights'>>;

/**
 * How the facts of a project are grouped, and how they should be. Facts of two time zones, or of two sets
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
    urlRulesVersion: URL_RULES_VERSION,
  };
  if (db === null || known === null || newestCoveredDay(db, id) === null) {
    return { grouping: wanted, wanted, isOfUnknownRules: false };
  }
  const grouping = loadFactsGrouping(db, id);
  // Responses of the first version are parsed again automatically, under these rules; its records are not.
  return grouping === null
    ? {
        grouping: { ...wanted, timeZone: known.timeZone },
        wanted,
        isOfUnknownRules: hasSessionRecords(db, id),
      }
    : { grouping, wanted, isOfUnknownRules: false };
}

/**
 * Saves a project in the database, with its configured weights and the grouping of its facts. Only for the holder
 * of its lease, because `reparse` changes the grouping.
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

/** A message that settings wait for `reparse`, or null. */
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
  if (changed.length > 0) {
    return (
      `The configuration changes ${listed(changed)} of ${id}. Existing facts keep their grouping until ` +
      'you run "clarity-keep reparse".'
    );
  }
  if (grouping.urlRulesVersion === wanted.urlRulesVersion) return null;
  return (
    `This version groups some URLs of ${id} into other pages than the version that collected them. Existing facts ` +
    'keep their pages until you run "clarity-keep reparse".'
  );
}

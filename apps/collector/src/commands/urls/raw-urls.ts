import type { Day, InsightsAnswer } from '@clarity-keep/core';
import {
  breakdownDimensions,
  dayBounds,
  daysBetween,
  reportingDay,
  minuteUtc,
} from '@clarity-keep/core';
import { parseAnswer, requestedBreakdown } from '@clarity-keep/clarity';
import type { ArchivedAnswer, Database } from '@clarity-keep/db';
import { archivedAnswers, loadSessionUrls } from '@clarity-keep/db';

export interface RawUrls {
  /** URLs as Clarity gave them, with their sessions; those that only bots visited are left out. */
  urls: Map<string, number>;
  /** How many of the days have stored URLs. */
  days: number;
  /** Why stored responses were left out. */
  unreadable: string[];
}

/**
 * The raw URLs of the inclusive days `from` to `to`: from stored responses over one day, because wider ones
 * contain the same sessions again, and from session records. A day that appears twice counts once.
 */
export function loadRawUrls(
  db: Database,
  {
    project: { id, timeZone },
    from,
    to,
  }: { project: { id: string; timeZone: string }; from: Day; to: Day },
): RawUrls {
  const raw: RawUrls = { urls: new Map(), days: 0, unreadable: [] };
  const since = dayBounds(from, timeZone).start;
  const answers = Map.groupBy(
    archivedAnswers(db, { projectId: id, since }).filter(mayHoldPages),
    ({ windowEnd }) => reportingDay(windowEnd, timeZone),
  );
  for (const day of daysBetween(from, to)) {
    const ofDay = new Map(loadSessionUrls(db, { projectId: id, day }));
    for (const answer of answers.get(day) ?? []) {
      for (const [url, sessions] of urlsOf(answer, raw)) {
        ofDay.set(url, Math.max(sessions, ofDay.get(url) ?? 0));
      }
    }
    if (ofDay.size > 0) raw.days += 1;
    for (const [url, sessions] of ofDay) add(raw.urls, url, sessions);
  }
  return raw;
}

function mayHoldPages({ numOfDays, dimensions }: ArchivedAnswer): boolean {
  if (numOfDays !== 1) return false;
  const breakdown = dimensions === null ? null : requestedBreakdown(dimensions);
  return breakdown === null || hasPages(breakdownDimensions[breakdown]);
}

function hasPages(dimensions: readonly string[]): boolean {
  return dimensions.includes('page');
}

/** A body that is damaged or cannot be parsed must not hide the others. */
function urlsOf(answer: ArchivedAnswer, { unreadable }: RawUrls): Map<string, number> {
  try {
    const parsed = parseAnswer(new TextDecoder().decode(answer.readBody()));
    return parsed.format === 'insights' ? trafficOf(parsed) : new Map();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    unreadable.push(`The stored response of ${minuteUtc(answer.windowEnd)} is left out: ${reason}`);
    return new Map();
  }
}

function trafficOf({ dimensions, traffic }: InsightsAnswer): Map<string, number> {
  const urls = new Map<string, number>();
  if (!hasPages(dimensions)) return urls;
  for (const { values, sessions } of traffic ?? []) {
    if (values.page && sessions) add(urls, values.page, sessions);
  }
  return urls;
}

function add(urls: Map<string, number>, url: string, sessions: number): void {
  urls.set(url, (urls.get(url) ?? 0) + sessions);
}

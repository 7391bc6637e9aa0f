import type { FollowedPage, WeeklyReport } from '@clarity-keep/core';
import { buildWeeklyReport, pagesToFollow, surveyWeek } from '@clarity-keep/core';
import type { Visits } from './made-up-visits.ts';
import { sumsOf } from './made-up-visits.ts';
import { sampleFacts } from './sample-facts.ts';

/**
 * The report of a rich week of a shop that does not exist: its payment page breaks on phones on
 * Wednesday. Only the visits are made up; what is said of them is what would be said of real ones.
 */
export function sampleReport(): WeeklyReport {
  const { facts, visits } = sampleFacts();
  const survey = surveyWeek(facts);
  const followed = pagesToFollow(survey).map((page): [string, FollowedPage] => [
    page,
    followPage(visits.filter((some) => some.page === page)),
  ]);
  return buildWeeklyReport({ ...facts, followed: new Map(followed) }, survey);
}

function followPage(visits: readonly Visits[]): FollowedPage {
  const byDevice = Map.groupBy(visits, ({ visitor }) => visitor.device);
  return {
    days: dailySums(visits),
    devices: new Map([...byDevice].map(([device, some]) => [device, dailySums(some)])),
  };
}

function dailySums(visits: readonly Visits[]): FollowedPage['days'] {
  const byDay = Map.groupBy(visits, ({ day }) => day);
  return new Map([...byDay].map(([day, some]) => [day, sumsOf(some, 'pages')]));
}

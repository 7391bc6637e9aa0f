import type { Visit } from '../site/visit.ts';
import type { Metric } from './metric.ts';

/**
 * The seven lists that only an answer without dimensions has: human sessions, largest first, ten
 * rows at most. Referrers overlap, because going on to a second page makes the site its own referrer.
 */
export function topLists(visits: readonly Visit[], origin: string): Metric[] {
  const humans = visits.filter((visit) => visit.kind === 'human');
  const sessionsBy = (
    metricName: string,
    namesOf: (visit: Visit) => (string | null)[],
  ): Metric => ({
    metricName,
    information: topTen(humans.flatMap((visit) => [...new Set(namesOf(visit))])).map(
      ([name, sessionsCount]) => ({ name, sessionsCount }),
    ),
  });
  return [
    sessionsBy('Browser', (visit) => [visit.browser]),
    sessionsBy('Device', (visit) => [visit.device]),
    sessionsBy('OS', (visit) => [visit.os]),
    sessionsBy('Country', (visit) => [visit.country]),
    sessionsBy('PageTitle', (visit) => visit.views.map((view) => view.title)),
    sessionsBy('ReferrerUrl', (visit) =>
      visit.views.length > 1 ? [visit.referrer, `${origin}/`] : [visit.referrer],
    ),
    {
      metricName: 'PopularPages',
      information: topTen(humans.flatMap((visit) => visit.views.map((view) => view.url))).map(
        ([url, visitsCount]) => ({ url, visitsCount }),
      ),
    },
  ];
}

function topTen(names: readonly (string | null)[]): [string | null, number][] {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left).slice(0, 10);
}

import type { Ranking, Signal } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import type { DashboardPath } from './paths.ts';
import { dashboardPaths } from './paths.ts';
import type { Period } from './period.ts';
import { parsePeriod, periodParameters } from './period.ts';

/** What a trend shows: sessions, or the rate of a signal. */
export const measures = ['sessions', ...signals] as const;
export type Measure = 'sessions' | Signal;

export const rankings = ['impact', 'rate', 'signals'] as const satisfies readonly Ranking[];

/** How many pages are asked for; the last is as many as the server answers. */
export const pageLimits = [25, 100, 1000] as const;
export type PageLimit = (typeof pageLimits)[number];

/** What is looked at, and how. */
export type View =
  | { path: '/'; measure: Measure }
  | { path: '/pages'; rank: Ranking; limit: PageLimit }
  | { path: '/page'; page: string; measure: Measure }
  | { path: '/visitors' }
  | { path: '/coverage' }
  | { path: '/reports' }
  | { path: '/report'; week: string }
  | { path: '/digest'; week: string }
  | { path: '/status' };

/** All that the dashboard shows follows from its address. */
export interface Address {
  /** Null for the first one there is. */
  project: string | null;
  period: Period;
  view: View;
}

/** Whatever in an address cannot be understood is the default. */
export function parseAddress(path: string, search: string): Address {
  const query = new URLSearchParams(search);
  return {
    project: query.get('project') || null,
    period: parsePeriod(query),
    view: parseView(oneOf(dashboardPaths, path) ?? '/', query),
  };
}

/** The path and query of an address, the same for the same address; defaults are left out. */
export function hrefOf({ project, period, view }: Address): string {
  const parameters: [string, string][] = [
    ...viewParameters(view),
    ...(project === null ? [] : [['project', project] satisfies [string, string]]),
    ...periodParameters(period),
  ];
  const query = new URLSearchParams(parameters).toString();
  return query === '' ? view.path : `${view.path}?${query}`;
}

function parseView(path: DashboardPath, query: URLSearchParams): View {
  const measure = oneOf(measures, query.get('show')) ?? 'sessions';
  switch (path) {
    case '/':
      return { path, measure };
    case '/pages':
      return {
        path,
        rank: oneOf(rankings, query.get('rank')) ?? 'impact',
        limit: pageLimits.find((limit) => String(limit) === query.get('limit')) ?? pageLimits[0],
      };
    case '/page': {
      const page = query.get('page') ?? '';
      // Nothing to look at without one.
      return page === '' ? { path: '/pages', rank: 'impact', limit: 25 } : { path, page, measure };
    }
    case '/report':
    case '/digest': {
      const week = query.get('week') ?? '';
      return week === '' ? { path: '/reports' } : { path, week };
    }
    case '/visitors':
    case '/coverage':
    case '/reports':
    case '/status':
      return { path };
  }
}

function viewParameters(view: View): [string, string][] {
  switch (view.path) {
    case '/':
      return measureParameter(view.measure);
    case '/pages':
      return [
        ...(view.rank === 'impact' ? [] : [['rank', view.rank] satisfies [string, string]]),
        ...(view.limit === pageLimits[0]
          ? []
          : [['limit', String(view.limit)] satisfies [string, string]]),
      ];
    case '/page':
      return [['page', view.page], ...measureParameter(view.measure)];
    case '/report':
    case '/digest':
      return [['week', view.week]];
    case '/visitors':
    case '/coverage':
    case '/reports':
    case '/status':
      return [];
  }
}

function measureParameter(measure: Measure): [string, string][] {
  return measure === 'sessions' ? [] : [['show', measure]];
}

function oneOf<Text extends string>(texts: readonly Text[], text: string | null): Text | undefined {
  return texts.find((one) => one === text);
}

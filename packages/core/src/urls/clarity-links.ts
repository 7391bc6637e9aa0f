import type { Day } from '../calendar/day.ts';
import { dayBounds } from '../calendar/time-zone.ts';
import { NO_PAGE } from '../segments/segment.ts';
import { NOT_A_WEB_PAGE } from './not-a-web-page.ts';

/** Longer links are of no use in a mail. The filter is "contains", so a piece of the path is enough. */
const MAX_FILTER_LENGTH = 240;

/** Clarity's own dashboard of a project, or null when the id cannot be one of Clarity's. */
export function dashboardLink(projectId: string): string | null {
  const base = projectBase(projectId);
  return base === null ? null : `${base}/dashboard`;
}

export interface PageLinks {
  recordings: string | null;
  heatmap: string | null;
}

/** The days that a link shows, both included. */
export interface LinkedDays {
  from: Day;
  to: Day;
  timeZone: string;
}

/**
 * Recordings and heatmap of a page on these days in Clarity's web app, by the filter "visited URL contains" its path.
 * Without a filter for pages whose path all pages contain, such as the home page: no operator for "is exactly" is
 * known. Null when the project's id cannot be one of Clarity's, or when it is not a web page. Source: links that
 * were checked in a browser.
 */
export function pageLinks(projectId: string, page: string, days: LinkedDays): PageLinks {
  const base = projectBase(projectId);
  if (base === null || page === '' || page === NO_PAGE || page === NOT_A_WEB_PAGE) {
    return { recordings: null, heatmap: null };
  }
  const path = encodedWithin(clarityPath(page), MAX_FILTER_LENGTH);
  const query = `${dateFilter(days)}${path === '' || path === '%2F' ? '' : `&URL=2%3B2%3B${path}`}`;
  return { recordings: `${base}/impressions?${query}`, heatmap: `${base}/heatmaps?${query}` };
}

function dateFilter({ from, to, timeZone }: LinkedDays): string {
  const start = dayBounds(from, timeZone).start.getTime();
  const end = dayBounds(to, timeZone).end.getTime() - 1;
  return `date=Custom&start=${start}&end=${end}`;
}

function projectBase(projectId: string): string | null {
  return /^[a-z0-9]{6,20}$/.test(projectId)
    ? `https://clarity.microsoft.com/projects/view/${projectId}`
    : null;
}

/** The path up to the first part that rules replaced, which Clarity does not know. */
function clarityPath(page: string): string {
  const url = URL.parse(page);
  const path =
    url === null ? (page.split('?', 1)[0] ?? page) : `${url.pathname}${routeOf(url.hash)}`;
  return path.split(/:id|\*/, 1)[0] ?? path;
}

function routeOf(hash: string): string {
  return hash.split('?', 1)[0] ?? hash;
}

/** As much of the text as fits when encoded, cut between characters. */
function encodedWithin(text: string, length: number): string {
  let encoded = '';
  for (const character of text.toWellFormed()) {
    const next = encodeURIComponent(character);
    if (encoded.length + next.length > length) break;
    encoded += next;
  }
  return encoded;
}

import { NO_PAGE } from '../segments/segment.ts';

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

/**
 * Recordings and heatmap of a page in Clarity's web app, by the filter "visited URL contains" its path.
 * Null when the project's id cannot be one of Clarity's. Source: links that were checked in a browser.
 */
export function pageLinks(projectId: string, page: string): PageLinks {
  const base = projectBase(projectId);
  // An empty filter would match every page.
  if (base === null || page === '' || page === NO_PAGE) return { recordings: null, heatmap: null };
  const path = encodedWithin(clarityPath(page), MAX_FILTER_LENGTH);
  const query = `date=Last%207%20days&URL=2%3B2%3B${path}`;
  return { recordings: `${base}/impressions?${query}`, heatmap: `${base}/heatmaps?${query}` };
}

function projectBase(projectId: string): string | null {
  return /^[a-z0-9]{6,20}$/.test(projectId)
    ? `https://clarity.microsoft.com/projects/view/${projectId}`
    : null;
}

/** The path up to the first replaced id, which Clarity does not know. */
function clarityPath(page: string): string {
  const path = URL.parse(page)?.pathname ?? page.split('?', 1)[0] ?? page;
  return path.split(':id', 1)[0] ?? path;
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

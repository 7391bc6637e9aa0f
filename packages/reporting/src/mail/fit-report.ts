import type { WeeklyReport } from '@clarity-keep/core';
import { bounded } from './view/bounded-text.ts';

/** How much of a report a mail has room for. */
export interface Room {
  pages: number;
  recommendations: number;
  /** Of every other list. */
  rows: number;
  /** Of every text. */
  bytes: number;
}

/**
 * Tried in turn where a report is too large for a mail, least important lists first. The last is small enough whatever the texts are.
 */
export const rooms: readonly Room[] = [
  { pages: 10, recommendations: 7, rows: 3, bytes: 260 },
  { pages: 10, recommendations: 5, rows: 3, bytes: 200 },
  { pages: 10, recommendations: 4, rows: 2, bytes: 170 },
  { pages: 8, recommendations: 5, rows: 3, bytes: 160 },
  { pages: 5, recommendations: 3, rows: 3, bytes: 90 },
];

/** The report without what there is no room for: the least important of every list, the ends of texts. */
export function fitReport(
  report: WeeklyReport,
  { pages, recommendations, rows, bytes }: Room,
): WeeklyReport {
  const fewer = <T extends { rows: unknown[] }>(section: T): T => ({
    ...section,
    rows: section.rows.slice(0, rows),
  });
  const { browsers, referrers, sources } = report;
  const fitting: WeeklyReport = {
    ...report,
    pages: { ...report.pages, top: report.pages.top.slice(0, pages) },
    recommendations: report.recommendations.slice(0, recommendations),
    better: report.better.slice(0, rows),
    findings: report.findings.filter(({ status }) => status === 'resolved').slice(0, rows),
    fixes: report.fixes.slice(0, rows),
    muted: report.muted.slice(0, rows),
    devices: fewer(report.devices),
    browsers: browsers && { ...browsers, contrasts: browsers.contrasts.slice(0, rows) },
    referrers: referrers && fewer(referrers),
    sources: sources && fewer(sources),
  };
  return shortTexts(fitting, bytes);
}

/** The same with every text in it cut, but for links: half a link leads nowhere. */
function shortTexts<T>(value: T, bytes: number): T {
  const shorten = (inner: unknown): unknown => {
    if (typeof inner === 'string') return bounded(inner, bytes);
    if (Array.isArray(inner)) return inner.map(shorten);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, item]) => [key, key === 'links' ? item : shorten(item)]),
    );
  };
  // Every value keeps its type: objects their keys, lists their elements, texts are texts.
  return shorten(value) as T;
}

import { impactDefinition } from '@clarity-keep/core';
import type { Question } from '@clarity-keep/queries';
import {
  coverageCalendar,
  devicesScrollDepth,
  pagesDetail,
  pagesFrustration,
  projectsList,
  referrersBounceRate,
  reportsGet,
  reportsList,
  sourcesQuickbackRate,
  statusGet,
  trendsDaily,
} from '@clarity-keep/queries';
import type * as z from 'zod';
import type { RowsToKeep } from '../answers/bound-rows.ts';

/** A question as an assistant is offered it. */
export interface Tool {
  /** That of the procedure, with an underscore: some assistants take no dot. */
  name: string;
  title: string;
  question: Question<z.ZodType, z.ZodType>;
  /** Besides what the question says of itself: what null and the order mean, and when to prefer what. */
  advice: string;
  /** Which rows stay when they are too many. */
  keep: RowsToKeep;
}

/** Every question, in the order in which an assistant that knows nothing yet would ask them. */
export const tools: readonly Tool[] = [
  {
    name: 'projects_list',
    title: 'Projects',
    question: projectsList,
    advice:
      'Ask this first when you do not know the project or how far back its data goes. Every other tool ' +
      'takes the id or name of a row as project. oldestDay and newestDay are null without data.',
    keep: 'first',
  },
  {
    name: 'status_get',
    title: 'Collection status',
    question: statusGet,
    advice:
      'Ask this before you claim that something is recent, or that a number fell or rose: the ' +
      'collection may have stopped. lastAnswerAt: when the newest response was fetched, null before the ' +
      'first. quota: calls of the last 24 hours; nextFreeAt is null when all are free; this tool spends none. Instants are UTC. healableDays: missing days that Clarity ' +
      'still has. unreadable: stored responses that could not be parsed. gaps: lists that do not add up to ' +
      'the site.',
    keep: 'first',
  },
  {
    name: 'coverage_calendar',
    title: 'Day coverage',
    question: coverageCalendar,
    advice:
      'Ask this before you compare stretches of days: compare only days that are complete or estimated ' +
      'on both sides. estimated: worked out from overlapping windows or rounded numbers. truncated: cut off by ' +
      'Clarity at 1,000 rows, so rare pages are missing. missing: no data, which is not zero.',
    keep: 'last',
  },
  {
    name: 'pages_frustration',
    title: 'Pages that frustrate visitors',
    question: pagesFrustration,
    advice:
      `impact: ${impactDefinition}; prefer it to rates, which a few visitors can push up. ` +
      'Per signal: events, affected ' +
      '(sessions with at least one), rate (affected per session, 0 to 1). rank and impact null, ' +
      'enoughData false: too few sessions to judge, do not call such a page bad; enoughData true: its signals are unknown. Sessions of pages ' +
      'never add up to the site. links lead to recordings and heatmaps in Clarity, or are null. For one ' +
      'page over time use pages_detail.',
    keep: 'first',
  },
  {
    name: 'pages_detail',
    title: 'One page',
    question: pagesDetail,
    advice:
      'page: a URL as in pages_frustration, or its path when only one host has it. site: ' +
      'sessions of the site and the rates of all pages to compare with. pageTotals: its row among all ' +
      'pages, null without visits. Rates are 0 to 1. A day with sessions null is unknown. ' +
      'annotations: notes on what changed on the page in the window.',
    keep: 'last',
  },
  {
    name: 'trends_daily',
    title: 'Day by day',
    question: trendsDaily,
    advice:
      'For history over weeks and months. Per signal: events, affected, rate (0 to 1). sessions null: ' +
      'the day is unknown. Only days with the same state can be compared fairly, and weekdays differ ' +
      'from weekends, so compare whole weeks. Users are left out: they cannot be added up over days.',
    keep: 'last',
  },
  {
    name: 'devices_scroll_depth',
    title: 'Scroll depth by device',
    question: devicesScrollDepth,
    advice:
      'scrollDepth is percent from 0 to 100, or null when unknown. Devices add up to the site.',
    keep: 'first',
  },
  {
    name: 'referrers_bounce_rate',
    title: 'Bounce rate by referrer',
    question: referrersBounceRate,
    advice:
      'bounceRate: bounced (sessions of one page) per session, 0 to 1. Both are null where Clarity gave ' +
      'only totals, which have no bounces: then say that it is unknown, not that nobody bounced. With ' +
      'totals, these are the ten busiest referrers of each day.',
    keep: 'first',
  },
  {
    name: 'sources_quickback_rate',
    title: 'Quick-back rate by source',
    question: sourcesQuickbackRate,
    advice:
      'source and medium are the UTM parameters of the visit, empty when it had none. ' +
      'quickbackRate: sessions with a quick-back per session, 0 to 1, null when unknown; look at ' +
      'sessions before you call a source bad.',
    keep: 'first',
  },
  {
    name: 'reports_list',
    title: 'Weekly reports',
    question: reportsList,
    advice:
      'For what was reported, and when. reports_get takes the week of a row, e.g. 2026-W47. project ' +
      'null: the digest of all projects. For other days, and for current numbers, use the other tools.',
    keep: 'first',
  },
  {
    name: 'reports_get',
    title: 'One weekly report',
    question: reportsGet,
    advice:
      'week is one of reports_list, e.g. 2026-W47. The report as it was sent, with its findings and ' +
      'recommendations; later corrections are not in it. Prefer pages_frustration and trends_daily for ' +
      'current numbers.',
    keep: 'first',
  },
];

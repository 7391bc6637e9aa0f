import type { ClarityKeepAnswers } from '@clarity-keep/client';

type Pages = ClarityKeepAnswers['pages'];
type Reports = ClarityKeepAnswers['reports'];

export type Project = ClarityKeepAnswers['projects']['list']['rows'][number];

/** The part that all answers about days share. */
export type Frame = Pick<ClarityKeepAnswers['trends']['daily'], 'window' | 'coverage'>;

/** A day of a trend, of the site or of one page. */
export type DailyRow = ClarityKeepAnswers['trends']['daily']['rows'][number];
export type SignalCount = DailyRow['signals']['rageClicks'];

/** A page of a ranking. */
export type PageRow = Pages['frustration']['rows'][number];

/** Something that was done to a page. */
export type Annotation = Pages['detail']['annotations'][number];
export type PageOnDevice = Pages['detail']['devices'][number];

export type ReferrerRow = ClarityKeepAnswers['referrers']['bounceRate']['rows'][number];
export type SourceRow = ClarityKeepAnswers['sources']['quickbackRate']['rows'][number];
export type CoverageRow = ClarityKeepAnswers['coverage']['calendar']['rows'][number];

export type Status = ClarityKeepAnswers['status']['get'];

/** A report or digest in the list of those that were sent. */
export type SentIssue = Reports['list']['rows'][number];

/** A report and a digest, as they were sent. */
export type ReportModel = Extract<Reports['get'], { kind: 'report' }>['report'];
export type DigestModel = Extract<Reports['get'], { kind: 'digest' }>['digest'];

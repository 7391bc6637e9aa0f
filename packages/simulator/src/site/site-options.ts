import type { Day } from './day.ts';
import type { Device, Signal } from './visit.ts';

export type PageOptions = {
  /** Starts with `/`. */
  path: string;
  title: string;
  /** How often a visit begins here, relative to the other pages. */
  entryWeight: number;
  /** How often a visit goes on to here, relative to the other pages. */
  weight: number;
  /** Probability of each signal per page view; what is not given takes the site's base rate. */
  rates?: Partial<Record<Signal, number>>;
  /** Mean percent. */
  scrollDepth: number;
  /** Mean time on the page. */
  seconds: number;
};

/** A planted problem: it raises one signal on one page, on top of what the page has anyway. */
export type Problem = {
  page: string;
  signal: Signal;
  /** Every device when not given. */
  device?: Device;
  /** Every browser when not given. */
  browser?: string;
  /** First and last UTC day, both included; for ever when not given. */
  fromDay?: Day;
  toDay?: Day;
  /** Per page view. */
  probability: number;
};

export type SiteOptions = {
  seed: number;
  /** Default `https://shop.example.com`. */
  origin?: string;
  /** Mean human sessions per day; weekday and hour curves apply. Default 600. */
  sessionsPerDay?: number;
  /** Default: a small shop. */
  pages?: readonly PageOptions[];
  /** Bot sessions per human session. Default 0.06. */
  botsPerHuman?: number;
  /** Whether entry URLs keep gclid, fbclid, utm_* and some get a fragment. Default true. */
  variants?: boolean;
  /** Whether some visitors bring script tags, terminal escapes, formulas and the like. Default false. */
  hostile?: boolean;
  problems?: readonly Problem[];
  /** Before this UTC day nobody came. Default: always somebody. */
  firstDay?: Day;
};

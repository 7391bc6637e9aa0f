/** The frustration signals of one page view, in the wire order of Clarity's metrics. */
export const SIGNALS = [
  'deadClicks',
  'excessiveScrolls',
  'rageClicks',
  'quickbackClicks',
  'scriptErrors',
  'errorClicks',
] as const;

export type Signal = (typeof SIGNALS)[number];

export type Device = 'PC' | 'Mobile' | 'Tablet' | 'Other';

export type PageView = {
  /** As the browser had it, variants and all; null only in visits of kind `neither`. */
  url: string | null;
  /** The path of the page in the site's options; null for what is not one of its pages. */
  path: string | null;
  title: string;
  /** Events in this view. Quick-backs and excessive scrolls are 0 or 1. */
  events: Record<Signal, number>;
  /** Percent, 0-100. */
  scrollDepth: number;
  totalSeconds: number;
  activeSeconds: number;
};

/**
 * One session. Clarity counts humans and bots; a few sessions it counts as `neither`, and they are
 * seen only in `distinctUserCount` and in the denominator of pages per session.
 */
export type Visit = {
  id: string;
  /** Epoch milliseconds: the instant that decides which windows hold the session. */
  startedAt: number;
  visitor: string;
  kind: 'human' | 'bot' | 'neither';
  device: Device;
  os: string;
  browser: string;
  browserVersion: string;
  country: string;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  channel: string;
  /** The page the visitor came from; null for a direct visit. */
  referrer: string | null;
  views: PageView[];
};

import type { Random } from './random.ts';
import type { PageOptions } from './site-options.ts';
import { type PageView, SIGNALS, type Signal } from './visit.ts';

/** One human view of a page, with the signals that its rates let happen. */
export function drawPageView(page: PageOptions, url: string, random: Random): PageView {
  const events = noEvents();
  for (const signal of SIGNALS) {
    if (random.chance(page.rates?.[signal] ?? BASE_RATES[signal])) {
      events[signal] = eventsOf(signal, random);
    }
  }
  const totalSeconds = Math.min(1_800, 1 + Math.round(-Math.log(1 - random.next()) * page.seconds));
  return {
    url,
    path: page.path,
    title: page.title,
    events,
    scrollDepth: drawScrollDepth(page.scrollDepth, random),
    totalSeconds,
    activeSeconds: Math.round(totalSeconds * (0.15 + 0.5 * random.next())),
  };
}

/** A view in which nothing happened: what bots leave behind. */
export function bareView(url: string | null, title: string): PageView {
  return {
    url,
    path: null,
    title,
    events: noEvents(),
    scrollDepth: 0,
    totalSeconds: 0,
    activeSeconds: 0,
  };
}

/** How many events a view with this signal has. */
export function eventsOf(signal: Signal, random: Random): number {
  // Clarity counts these two once per page view: subTotal always equals pagesViews.
  if (signal === 'quickbackClicks' || signal === 'excessiveScrolls') return 1;
  return 1 + Math.floor(-Math.log(1 - random.next()) * 1.2);
}

const BASE_RATES: Record<Signal, number> = {
  deadClicks: 0.03,
  excessiveScrolls: 0.002,
  rageClicks: 0.005,
  quickbackClicks: 0.025,
  scriptErrors: 0.012,
  errorClicks: 0.004,
};

function noEvents(): Record<Signal, number> {
  return {
    deadClicks: 0,
    excessiveScrolls: 0,
    rageClicks: 0,
    quickbackClicks: 0,
    scriptErrors: 0,
    errorClicks: 0,
  };
}

function drawScrollDepth(mean: number, random: Random): number {
  const spread = (random.next() + random.next() + random.next() - 1.5) * 40;
  return Math.round(Math.min(100, Math.max(0, mean + spread)) * 100) / 100;
}

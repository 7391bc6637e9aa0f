import type { Coverage, Day } from '@clarity-keep/core';
import { addDays } from '@clarity-keep/core';
import { terminalText } from './terminal-text.ts';

/** What all answers have. */
export interface FramedAnswer {
  project: string;
  window: { from: Day; to: Day; days: number; timeZone: string };
  coverage: Coverage;
}

const SHOWN_STRETCHES = 3;

/** The project, days, time zone and what is known of the days, in one line. */
export function answerHeading({ project, window, coverage }: FramedAnswer): string {
  const { from, to, days, timeZone } = window;
  const span = days === 1 ? `1 day, ${from}` : `${days} days, ${from} to ${to}`;
  const states = (['complete', 'estimated', 'truncated', 'missing'] as const)
    .filter((state) => coverage[state].length > 0)
    .map((state) => {
      const known = coverage[state];
      const which = state === 'complete' || known.length === days ? '' : ` (${daysText(known)})`;
      return `${known.length} ${state}${which}`;
    });
  return `${terminalText(project)}: ${span} (${timeZone}): ${states.join(', ')}`;
}

/** Whether nothing at all is known of the days. */
export function isBlank({ window, coverage }: FramedAnswer): boolean {
  return coverage.missing.length === window.days;
}

/** Days as stretches: `2026-11-16 to 2026-11-18, 2026-11-20`. */
function daysText(days: readonly Day[]): string {
  const stretches: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  const shown = stretches
    .slice(0, SHOWN_STRETCHES)
    .map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
  const rest = stretches.length > SHOWN_STRETCHES ? ['...'] : [];
  return [...shown, ...rest].join(', ');
}

import { firstDayOfWeek } from '../../calendar/iso-week.ts';
import { lastDayOfWeek } from '../days/week-days.ts';
import { mean } from '../../facts/measures.ts';
import { Z_TWO_SIDED_95 } from '../../statistics/confidence.ts';
import type { SignalShare } from '../../facts/signal-share.ts';
import { rateOf } from '../../facts/signal-share.ts';
import type { Signal } from '../../segments/signals.ts';
import { forEachSignal } from '../../segments/signals.ts';
import type { Interval } from '../../statistics/wilson.ts';
import { wilsonInterval } from '../../statistics/wilson.ts';
import { pageLinks } from '../../urls/clarity-links.ts';
import { deviceContrast } from '../contrasts/device-contrast.ts';
import { deviceLabel } from '../../display/names/device-names.ts';
import type { JudgedPage } from '../survey/judge-pages.ts';
import type { KnownWeek } from '../survey/page-history.ts';
import { weeksInARow } from '../survey/page-history.ts';
import { strongestSignal } from '../changes/rate-change.ts';
import type { FollowedPage, WeekFacts } from '../report-input.ts';
import type { ReportedPage } from '../report-model.ts';
import type { Worsening } from './worsening.ts';
import { worseningOf } from './worsening.ts';

/** A page of the report, and how it got worse; null for a page that did not. */
export interface DescribedPage {
  page: ReportedPage;
  worsening: Worsening | null;
}

/** Everything the report says about one page. */
export function describePage(
  { page, rank, sums, impact, parts, change }: JudgedPage & { rank: number },
  {
    facts,
    followed,
    history,
    label,
  }: { facts: WeekFacts; followed: FollowedPage; history: readonly KnownWeek[]; label: string },
): DescribedPage {
  const most = strongestSignal((other) => parts[other]);
  const signal = change.signal ?? most;
  const isWorse = change.verdict === 'worse';
  const contrast =
    signal !== null && (isWorse || parts[signal] > 0)
      ? deviceContrast(signal, followed, facts)
      : null;
  const mainChange = signal === null ? null : change.signals[signal];
  const worsening =
    isWorse && signal !== null && mainChange !== null
      ? worseningOf({ signal, change: mainChange, device: contrast?.name ?? null }, followed, facts)
      : null;
  return {
    worsening,
    page: {
      rank,
      page,
      label,
      sessions: sums.sessions,
      sessionsBefore: change.sessionsBefore,
      impact,
      signals: forEachSignal((other) => ({
        events: sums.signals[other].events,
        affected: sums.signals[other].affected,
        rate: rateOf(sums.signals[other]),
        interval: rateInterval(sums.signals[other]),
        impact: parts[other],
        change: change.signals[other],
      })),
      verdict: change.verdict,
      mainSignal: signal,
      contrast: contrast === null ? null : contrastWithLabel(contrast),
      since: worsening?.since ?? null,
      weeks:
        most === null
          ? 0
          : 1 + weeksBefore(followed, { signal: most, history, weights: facts.weights }),
      worsening:
        worsening === null
          ? null
          : {
              device: worsening.device === null ? null : deviceLabel(worsening.device),
              change: worsening.change,
            },
      scrollDepth: mean(sums.scrollDepth),
      activeSeconds: mean(sums.activeSeconds),
      links: pageLinks(facts.project.id, page, {
        from: firstDayOfWeek(facts.week),
        to: lastDayOfWeek(facts.week),
        timeZone: facts.project.timeZone,
      }),
    },
  };
}

function rateInterval({ affected, knownSessions }: SignalShare): Interval | null {
  if (affected === null || knownSessions === 0) return null;
  return wilsonInterval(affected, knownSessions, Z_TWO_SIDED_95);
}

function contrastWithLabel({
  name,
  ...contrast
}: NonNullable<ReturnType<typeof deviceContrast>>): ReportedPage['contrast'] {
  return { device: deviceLabel(name), ...contrast };
}

function weeksBefore(
  { days }: FollowedPage,
  {
    signal,
    history,
    weights,
  }: { signal: Signal; history: readonly KnownWeek[]; weights: WeekFacts['weights'] },
): number {
  return weeksInARow(days, { history, weights, isProven: (parts) => parts[signal] > 0 });
}

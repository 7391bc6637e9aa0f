import type { Day } from '../../calendar/day.ts';
import { counted, rate, signedPoints } from '../../display/numbers.ts';
import type { SignalSums } from '../../facts/signal-sums.ts';
import { CHANGE_CONFIDENCE } from '../../statistics/confidence.ts';
import { dayAndMonth } from '../../display/dates.ts';
import { listed } from '../../display/lists.ts';
import type { Fix } from '../report-model.ts';
import { signalNames } from '../../display/signal-names.ts';

/** What is said of a fix, with the numbers it rests on. */
export function fixSentence(
  fix: Omit<Fix, 'sentence'>,
  {
    before,
    after,
    mixedDays,
  }: { before: SignalSums; after: SignalSums; mixedDays: readonly Day[] },
): string {
  const { label, day, text, verdict } = fix;
  return `"${text}" on ${label}, ${dayAndMonth(day)}: ${outcome()}${fix.change === null ? '' : mixed(mixedDays)}`;

  function outcome(): string {
    switch (verdict) {
      case 'too-early':
        return `too early to say, ${counted(fix.daysAfter, 'complete day')} and ${counted(after.sessions, 'session')} since.`;
      case 'not-enough-data':
        return `it cannot be judged, ${counted(before.sessions, 'session')} on ${counted(fix.daysBefore, 'complete day')} before.`;
      case 'worked':
        return `${changeInWords(fix)} It worked.`;
      case 'made-worse':
        return `${changeInWords(fix)} It made things worse.`;
      case 'no-clear-change':
        return fix.change === null
          ? 'none of its signals changed.'
          : `${changeInWords(fix)} No clear change.`;
    }
  }
}

/** What else was done in the days that are compared may be what worked. */
function mixed(days: readonly Day[]): string {
  if (days.length === 0) return '';
  const when = listed([...new Set(days)].map(dayAndMonth));
  return ` The page was also changed on ${when}: which change did what cannot be told.`;
}

function changeInWords({ signal, change }: Pick<Fix, 'signal' | 'change'>): string {
  // What is judged has both.
  if (signal === null || change === null) return '';
  const [before, after] = [rate(change.before.rate), rate(change.after.rate)];
  const verb = { worse: 'rose', better: 'fell', 'no-clear-change': 'went' }[change.verdict];
  const interval = `${CHANGE_CONFIDENCE * 100}% interval of the change: ${signedPoints(change.low)} to ${signedPoints(change.high)} points`;
  const went = before === after ? `stayed at ${after}` : `${verb} from ${before} to ${after}`;
  return `${signalNames[signal]} ${went} of sessions (${interval}).`;
}

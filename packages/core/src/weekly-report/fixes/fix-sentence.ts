import type { Day } from '../../calendar/day.ts';
import { counted, plainPercent, rate, signedPoints } from '../../display/numbers.ts';
import type { SignalSums } from '../../facts/signal-sums.ts';
import { CHANGE_CONFIDENCE } from '../../statistics/confidence.ts';
import { dayAndMonth } from '../../display/dates.ts';
import { listed } from '../../display/lists.ts';
import type { Fix } from '../report-model.ts';
import { signalNames } from '../../display/names/signal-names.ts';

/** What the report says about a fix, with the numbers behind it. */
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
        return `too early to tell, with ${counted(fix.daysAfter, 'complete day')} and ${counted(after.sessions, 'session')} since.`;
      case 'not-enough-data':
        return `not enough data to judge, with ${counted(before.sessions, 'session')} on ${counted(fix.daysBefore, 'complete day')} before.`;
      case 'worked':
        return `${changeInWords(fix)} It worked.`;
      case 'made-worse':
        return `${changeInWords(fix)} It got worse.`;
      case 'no-clear-change':
        return fix.change === null
          ? 'no signal changed.'
          : `${changeInWords(fix)} No clear change.`;
    }
  }
}

/** Another change during the compared days may be what made the difference. */
function mixed(days: readonly Day[]): string {
  if (days.length === 0) return '';
  const when = listed([...new Set(days)].map(dayAndMonth));
  return ` The page was also changed on ${when}, so the effect can't be tied to one change.`;
}

function changeInWords({ signal, change }: Pick<Fix, 'signal' | 'change'>): string {
  // A judged fix has both.
  if (signal === null || change === null) return '';
  const [before, after] = [rate(change.before.rate), rate(change.after.rate)];
  const verb = { worse: 'rose', better: 'fell', 'no-clear-change': 'went' }[change.verdict];
  const interval = `${plainPercent(CHANGE_CONFIDENCE * 100)} confidence interval: ${signedPoints(change.low)} to ${signedPoints(change.high)} points`;
  const went = before === after ? `stayed at ${after}` : `${verb} from ${before} to ${after}`;
  return `${signalNames[signal]} ${went} of sessions (${interval}).`;
}

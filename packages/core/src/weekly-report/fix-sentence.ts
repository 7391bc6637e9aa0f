import { counted, rate, signedPoints } from '../display/numbers.ts';
import type { SignalSums } from '../frustration/signal-sums.ts';
import { CHANGE_CONFIDENCE } from '../frustration/confidence.ts';
import { dayAndMonth } from './days-in-words.ts';
import type { Fix } from './report-model.ts';
import { signalNames } from './signal-names.ts';

/** What is said of a fix, with the numbers it rests on. */
export function fixSentence(
  fix: Omit<Fix, 'sentence'>,
  { before, after }: { before: SignalSums; after: SignalSums },
): string {
  const { label, day, text, verdict } = fix;
  return `"${text}" on ${label}, ${dayAndMonth(day)}: ${outcome()}`;

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

function changeInWords({ signal, change }: Pick<Fix, 'signal' | 'change'>): string {
  // What is judged has both.
  if (signal === null || change === null) return '';
  const [before, after] = [rate(change.before.rate), rate(change.after.rate)];
  const verb = { worse: 'rose', better: 'fell', 'no-clear-change': 'went' }[change.verdict];
  const interval = `${CHANGE_CONFIDENCE * 100}% interval of the change: ${signedPoints(change.low)} to ${signedPoints(change.high)} points`;
  return `${signalNames[signal]} ${verb} from ${before} to ${after} of sessions (${interval}).`;
}

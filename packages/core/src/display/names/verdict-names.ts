/** How a page, or one of its signals, did against the week before. */
export type Verdict = 'worse' | 'better' | 'no-clear-change' | 'new' | 'not-enough-data';

const verdicts: Record<Verdict, { name: string; mark: string }> = {
  worse: { name: 'worse', mark: '▲' },
  better: { name: 'better', mark: '▼' },
  'no-clear-change': { name: 'no clear change', mark: '' },
  new: { name: 'new', mark: '+' },
  'not-enough-data': { name: 'too few visits', mark: '' },
};

/** "worse", "no clear change" */
export function verdictName(verdict: Verdict): string {
  return verdicts[verdict].name;
}

/** With the way that its frustration went: "▲ worse", "no clear change". */
export function markedVerdict(verdict: Verdict): string {
  const { name, mark } = verdicts[verdict];
  return mark === '' ? name : `${mark} ${name}`;
}

/** Whether a fix did what it was meant to. */
export type FixVerdict =
  | 'worked'
  | 'made-worse'
  | 'no-clear-change'
  | 'too-early'
  | 'not-enough-data';

const fixVerdicts: Record<FixVerdict, string> = {
  worked: '✓ worked',
  'made-worse': '▲ made it worse',
  'no-clear-change': 'no clear change',
  'too-early': 'too early to tell',
  'not-enough-data': 'too few visits',
};

export function fixVerdictName(verdict: FixVerdict): string {
  return fixVerdicts[verdict];
}

import type { Annotation } from '../asking/answers.ts';

/** What was done on a day, in one line; null when nothing was. */
export function doneOn(annotations: readonly Annotation[], day: string): string | null {
  const texts = annotations.filter((note) => note.day === day).map(({ text }) => text);
  return texts.length === 0 ? null : texts.join('; ');
}

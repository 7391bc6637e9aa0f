/** Something that was done to a page, as `pages.detail` answers it. */
export interface Annotation {
  day: string;
  text: string;
}

/** What was done on a day, in one line; null when nothing was. */
export function doneOn(annotations: readonly Annotation[], day: string): string | null {
  const texts = annotations.filter((note) => note.day === day).map(({ text }) => text);
  return texts.length === 0 ? null : texts.join('; ');
}

import { evilBehaviours } from './catalogue.ts';

/** The catalogue for a person: a line each, under its kind. */
export function catalogueText(): string {
  const widest = Math.max(...evilBehaviours.map(({ name }) => name.length));
  const ofKinds = Map.groupBy(evilBehaviours, ({ kind }) => kind);
  return [...ofKinds]
    .map(([kind, behaviours]) => {
      const lines = behaviours.map(({ name, what, format }) => {
        const only = format === undefined ? '' : ` (--format ${format})`;
        return `  ${name.padEnd(widest)}  ${what}${only}\n`;
      });
      return `${kind}\n${lines.join('')}`;
    })
    .join('\n');
}

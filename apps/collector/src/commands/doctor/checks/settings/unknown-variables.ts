import { nearestTexts } from '@clarity-keep/core';
import { environmentSchema } from '../../../../settings/environment.ts';
import type { Check } from '../../check.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, warning } from '../../verdict.ts';

/** Whether every `CLARITY_` variable is known: a mistyped one would be ignored silently. */
export function unknownVariablesVerdict(
  names: readonly string[],
  known: readonly string[],
): Verdict {
  const unknown = names.filter((name) => name.startsWith('CLARITY_') && !known.includes(name));
  if (unknown.length === 0) return ok('All CLARITY_ variables are known.');
  const suggestions = unknown.map((name) => `${name} (${nearestTexts(name, known, 1).join()}?)`);
  return warning(
    `Unknown: ${suggestions.join(', ')}.`,
    'Correct the name, or delete it from .env or the environment.',
  );
}

export const unknownVariablesCheck: Check = {
  name: 'unknown-variables',
  run: ({ settings, projects: { projects } }) =>
    unknownVariablesVerdict(Object.keys(settings.variables).toSorted(), [
      ...Object.keys(environmentSchema.shape),
      ...projects.map(({ tokenVariable }) => tokenVariable),
    ]),
};

import * as z from 'zod';
import type { ReportWords } from '../report-model.ts';
import { checkWords } from './check-words.ts';
import type { ModelBrief } from './model-brief.ts';
import type { WordsProblem } from './check-words.ts';

/** What a model is asked to return. Advice beyond the number of pages is cut off. */
export const modelAnswerSchema = z.object({
  summary: z.string().nullish(),
  advice: z.array(z.object({ page: z.string(), text: z.string() })).default([]),
});

export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

export interface GroundedWords {
  /** Null when no text holds. */
  words: ReportWords | null;
  /** Why each of the other texts was dropped. */
  dropped: WordsProblem[];
}

/** The texts of a model that hold. A text that does not hold drops no other. */
export function groundedWords(
  answer: ModelAnswer,
  { brief, model }: { brief: ModelBrief; model: string },
): GroundedWords {
  const dropped: WordsProblem[] = [];
  const summary =
    answer.summary === null || answer.summary === undefined
      ? null
      : checkWords(answer.summary, { brief, about: null });
  if (summary !== null && summary.problem !== null) dropped.push(summary.problem);
  const advice = new Map<string, string>();
  for (const { page, text } of answer.advice.slice(0, brief.pages.length)) {
    const about = brief.pages.find(({ id }) => id === page.trim().toLowerCase());
    const isExpected = about !== undefined && about.facts !== null && !advice.has(about.page);
    const check = isExpected ? checkWords(text, { brief, about }) : null;
    if (about === undefined || check === null) dropped.push('page');
    else if (check.problem === null) advice.set(about.page, check.text);
    else dropped.push(check.problem);
  }
  const isNothing = (summary?.text ?? null) === null && advice.size === 0;
  return {
    words: isNothing
      ? null
      : {
          model,
          summary: summary?.text ?? null,
          advice: [...advice].map(([page, text]) => ({ page, text })),
        },
    dropped,
  };
}

import { CancelledError } from '@clarity-keep/command-line';
import type { Prompts } from '@clarity-keep/command-line';

export interface Script {
  prompts: Prompts;
  /** Every question, in turn; a question that is repeated is there again. */
  asked: string[];
  /** What was said of answers that did not pass. */
  refused: string[];
}

/**
 * Someone at the terminal who gives these answers in turn: text is typed, a boolean confirms or not,
 * and `''` takes what is offered. Then comes Ctrl-C.
 */
export function scriptedPrompts(...answers: readonly (string | boolean)[]): Script {
  const asked: string[] = [];
  const refused: string[] = [];
  const left = [...answers];
  const next = (message: string): string | boolean => {
    asked.push(message);
    const answer = left.shift();
    if (answer === undefined) throw new CancelledError('Ctrl-C');
    return answer;
  };
  const typed = (message: string): string => {
    const answer = next(message);
    if (typeof answer === 'string') return answer;
    throw new TypeError(`Expected the answer to "${message}" to be text, got ${answer}.`);
  };
  const passing = (
    message: string,
    { check, fallback = '' }: { check: (text: string) => string | null; fallback?: string },
  ): string => {
    for (;;) {
      const text = typed(message) || fallback;
      const problem = check(text);
      if (problem === null) return text;
      refused.push(problem);
    }
  };
  return {
    asked,
    refused,
    prompts: {
      input: async ({ message, check, default: fallback = '' }) =>
        passing(message, { check, fallback }),
      password: async ({ message, check }) => passing(message, { check }),
      async confirm({ message, default: fallback }) {
        const answer = next(message);
        return answer === '' ? fallback : answer === true;
      },
      async select({ message, choices }) {
        const chosen = choices.find(({ value }) => value === typed(message)) ?? choices[0];
        if (chosen === undefined) throw new TypeError(`"${message}" has nothing to choose from.`);
        return chosen.value;
      },
      async search({ message, find }) {
        const [first] = find(typed(message));
        if (first === undefined) throw new TypeError(`"${message}" found nothing.`);
        return first;
      },
    },
  };
}

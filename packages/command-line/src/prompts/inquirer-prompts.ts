import { confirm, input, password, search, select } from '@inquirer/prompts';
import { CancelledError } from './cancelled-error.ts';
import type { Prompts } from './prompts.ts';

/** What the questions need of the process. They go to stderr: stdout is for results. */
export type Terminal = Pick<NodeJS.Process, 'stderr' | 'off' | 'once'> & {
  stdin: NodeJS.ReadableStream;
};

interface Context {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  signal: AbortSignal;
}

/** Questions on a real terminal. */
export function inquirerPrompts(terminal: Terminal): Prompts {
  const answered = <Answer>(ask: (context: Context) => Promise<Answer>): Promise<Answer> =>
    untilCancelled(terminal, ask);
  return {
    input: ({ check, ...question }) =>
      answered((context) => input({ ...question, validate: passes(check) }, context)),
    // The library keeps a rejected answer in the line, where nobody sees it: ask again instead.
    async password({ message, check }) {
      for (;;) {
        const text = await answered((context) => password({ message, toggleMask: false }, context));
        const problem = check(text);
        if (problem === null) return text;
        terminal.stderr.write(`${problem}\n`);
      }
    },
    confirm: (question) => answered((context) => confirm(question, context)),
    select: (question) => answered((context) => select(question, context)),
    search: ({ message, find }) =>
      answered((context) => search({ message, source: (term) => find(term ?? '') }, context)),
  };
}

function passes(check: (text: string) => string | null): (text: string) => true | string {
  return (text) => check(text) ?? true;
}

async function untilCancelled<Answer>(
  terminal: Terminal,
  ask: (context: Context) => Promise<Answer>,
): Promise<Answer> {
  const closed = new AbortController();
  const onIdle = (): void => closed.abort();
  // After the end of the input (Ctrl-D) the library waits for ever, and the process would just end.
  terminal.once('beforeExit', onIdle);
  try {
    return await ask({ input: terminal.stdin, output: terminal.stderr, signal: closed.signal });
  } catch (error) {
    if (!isCancellation(error)) throw error;
    throw new CancelledError('The question was not answered.', { cause: error });
  } finally {
    terminal.off('beforeExit', onIdle);
  }
}

function isCancellation(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
}

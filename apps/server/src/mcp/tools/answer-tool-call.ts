import type { Database } from '@clarity-keep/db';
import { jsonLine } from '@clarity-keep/command-line';
import type { QuestionContext, QuestionGate } from '@clarity-keep/queries';
import { askQuestion, QueryError } from '@clarity-keep/queries';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { answerText } from '../answers/answer-text.ts';
import { boundAnswer, rowsOf } from '../answers/bound-rows.ts';
import { noteDefect } from '../note-defect.ts';
import type { ProjectScope } from '../project-scope.ts';
import type { Tool } from './tools.ts';
import { harmless, problemText, UNTRUSTED_NOTICE } from '../answers/untrusted-data.ts';

export interface McpDeps {
  db: Database;
  now: () => Date;
  scope: ProjectScope;
  /** What the settings say of collections. */
  outlook?: QuestionContext['outlook'];
  /** Where its questions wait for their turn. */
  gate?: QuestionGate | undefined;
  /** Gets one line of JSON per call, without what was asked or answered. */
  log: { write(line: string): unknown };
}

/**
 * Asks the question of a tool. A question that cannot be answered as asked is returned to the model, which can ask
 * better; of a defect it gets an id that is in the log.
 */
export async function answerToolCall(
  deps: McpDeps,
  tool: Tool,
  input: unknown,
): Promise<CallToolResult> {
  const begun = deps.now();
  const log = (outcome: Record<string, unknown>): void => {
    const ms = deps.now().getTime() - begun.getTime();
    deps.log.write(`${jsonLine({ time: begun, tool: tool.name, ...outcome, ms })}\n`);
  };
  try {
    const whole = harmless(
      await askQuestion(tool.question, contextOf(deps, begun), withoutNull(input)),
    );
    const { answer, rowsLeftOut } = boundAnswer(whole as object, tool.keep);
    log({ outcome: 'answered', rows: rowsOf(answer).length, rowsLeftOut });
    return {
      content: [{ type: 'text', text: answerText({ answer, rowsLeftOut }, tool.keep) }],
      structuredContent: { notice: UNTRUSTED_NOTICE, rowsLeftOut, answer },
    };
  } catch (error) {
    if (error instanceof QueryError) {
      log({ outcome: 'refused', code: error.code });
      return failure(problemText(error));
    }
    return failure(noteDefect(deps.log, { time: begun, tool: tool.name }, error));
  }
}

/** The questions of one call share one instant. */
export function contextOf({ db, scope, outlook, gate }: McpDeps, now: Date): QuestionContext {
  return { db, now, outlook, gate, ...scope };
}

/** Assistants that must name every parameter of a tool send null for those that they leave out. */
function withoutNull(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input ?? {};
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function failure(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}

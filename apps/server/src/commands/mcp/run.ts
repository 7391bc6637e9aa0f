import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, outputStream } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { parseEnvironment } from '../../env.ts';
import { answerAssistant } from '../../mcp/answer-assistant.ts';
import type { McpOptions } from './command.ts';

/** Milliseconds in which an assistant can still read what it was answered before the end. */
const LAST_WORDS_MS = 2_000;

/** Answers an assistant until its input ends. */
export async function runMcp(deps: CliDeps, { projects }: McpOptions): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  const env = parseEnvironment(variables);
  const streams = { stdin: deps.openStdin(), stdout: outputStream(deps.stdout) };
  await answerAssistant({ deps: { ...deps, ...streams }, env, variables, projects });
  // What an assistant does not read any more would keep the process for ever.
  deps.exitWithin(LAST_WORDS_MS);
  return exitCodes.done;
}

export { exitCodes } from './exit-code.ts';
export type { ExitCode } from './exit-code.ts';
export { ignoreClosedPipe } from './ignore-closed-pipe.ts';
export { jsonText } from './json-text.ts';
export type { Output } from './output.ts';
export { runProgram } from './run-program.ts';
export type { Program } from './run-program.ts';
export { tellError } from './tell-error.ts';
export { UsageError } from './usage-error.ts';

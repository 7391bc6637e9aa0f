export { endOnClosedPipe } from './end-on-closed-pipe.ts';
export { exitCodes } from './exit-code.ts';
export type { ExitCode } from './exit-code.ts';
export type { Output } from './output.ts';
export { runProgram } from './run-program.ts';
export type { Program } from './run-program.ts';
export { UsageError } from './usage-error.ts';

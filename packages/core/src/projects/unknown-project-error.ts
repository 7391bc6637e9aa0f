import type { ExitKind } from '../errors/exit-kind.ts';

/** No project, or more than one, goes by the id or name that somebody gave. */
export class UnknownProjectError extends Error {
  override readonly name = 'UnknownProjectError';
  readonly exitKind = 'usage' satisfies ExitKind;
}

import type { ExitKind } from '@clarity-keep/core';

/** The command line says something that cannot be done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitKind = 'usage' satisfies ExitKind;
}

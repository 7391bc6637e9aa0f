import type { ExitKind } from '@clarity-keep/core';

/** The file to import cannot be used. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly exitKind = 'usage' satisfies ExitKind;
}

import type { ExitKind } from '@clarity-keep/core';

/** Settings that must be corrected before anything can run. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly exitKind = 'configuration' satisfies ExitKind;
}

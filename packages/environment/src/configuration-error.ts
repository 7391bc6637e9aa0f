import type { ExitKind } from '@clarity-keep/core';

/** Settings that their owner has to put right before anything can be done. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly exitKind = 'configuration' satisfies ExitKind;
}

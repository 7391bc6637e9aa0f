import type { ExitKind } from '@clarity-keep/core';

/** Another process now holds the project's lease, because this one was suspended for too long. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  // As for whoever finds the lease held by another.
  readonly exitKind = 'usage' satisfies ExitKind;

  constructor(projectId: string) {
    super(
      `Another clarity-keep took over collecting ${projectId} while this one was paused. What was collected is stored.`,
    );
  }
}

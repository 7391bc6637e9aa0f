import type { ExitKind } from '@clarity-keep/core';

/** Another process has taken the project over, because this one was away for too long. */
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

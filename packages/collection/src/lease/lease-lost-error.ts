/** Another process has taken the project over, because this one was away for too long. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';

  constructor(projectId: string) {
    super(
      `Another clarity-keep has taken over the collection of ${projectId} while this one stood still. What was fetched is kept.`,
    );
  }
}

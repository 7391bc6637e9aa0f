import type { AlertKey } from './alert.ts';
import type { EndedCondition } from './ended-conditions.ts';

/** Where it is kept what people have been told. */
export interface AlertStore {
  /** Notes an alert that is not noted yet. */
  raise(alert: AlertKey, now: Date): void;
  /** The unsent alerts of a project, the oldest first. */
  undelivered(projectId: string): UndeliveredAlert[];
  /** True for exactly one of several that set out to tell an alert at the same time. */
  claim(alert: AlertKey, now: Date): boolean;
  /** It was told. */
  noteNotified(alert: AlertKey, now: Date): void;
  /** It could not be told, and may be tried again. */
  release(alert: AlertKey): void;
  /** Forgets the alerts of a condition that has ended. */
  clear(condition: EndedCondition & { projectId: string }): void;
}

export interface UndeliveredAlert {
  kind: string;
  subject: string;
  firstAt: Date;
}

import type { Day } from '@clarity-keep/core';

/** Something about a project that is reported once. */
export type Alert = { project: AlertedProject } & (
  | { kind: 'token-refused'; fingerprint: string }
  | { kind: 'token-expiring'; fingerprint: string; expiresAt: Date; hasExpired: boolean }
  | { kind: 'day-at-risk'; day: Day }
  | { kind: 'format-changed'; names: readonly string[] }
  | { kind: 'answers-unreadable'; reason: string }
  /** Clarity refuses calls while the ledger has some left: reported once a UTC day. */
  | { kind: 'quota-spent-elsewhere'; day: Day }
);

export type AlertKind = Alert['kind'];

export interface AlertedProject {
  id: string;
  name: string;
}

/** Between the names of a subject. A name that holds it reads the same when it is taken apart. */
export const NAME_SEPARATOR = ', ';

/** What identifies an alert: it is sent once per project, kind and subject. */
export interface AlertKey {
  projectId: string;
  kind: AlertKind;
  subject: string;
}

export function alertKey(alert: Alert): AlertKey {
  return { projectId: alert.project.id, kind: alert.kind, subject: subjectOf(alert) };
}

function subjectOf(alert: Alert): string {
  switch (alert.kind) {
    case 'token-refused':
    case 'token-expiring':
      return alert.fingerprint;
    case 'day-at-risk':
    case 'quota-spent-elsewhere':
      return alert.day;
    case 'format-changed':
      return alert.names.join(NAME_SEPARATOR);
    // One condition, however many answers and reasons there are.
    case 'answers-unreadable':
      return 'answers';
  }
}

/**
 * scheduled: to be sent. sending: a process has started to send it and may have sent it. sent: the mail
 * server accepted it. failed: it certainly was not sent.
 */
export type DeliveryState = 'scheduled' | 'sending' | 'sent' | 'failed';

/** One mail of one issue to one recipient. */
export interface Delivery {
  id: number;
  /** The address in lower case. */
  recipient: string;
  state: DeliveryState;
  messageId: string;
  /** How often the mail server was asked to accept it. */
  attempts: number;
  lastError: string | null;
  /** Failed for good: no automatic retry. */
  isFinal: boolean;
  /** When a process last started to send it. */
  claimedAt: Date | null;
  sentAt: Date | null;
}

/** The columns of a delivery, for Prisma. */
export const deliveryColumns = {
  id: true,
  recipient: true,
  state: true,
  messageId: true,
  attempts: true,
  lastError: true,
  isFinal: true,
  claimedAt: true,
  sentAt: true,
} as const;

/** A row as a delivery. Its state is valid, because only the verbs of this folder write states. */
export function deliveryOf(row: Omit<Delivery, 'state'> & { state: string }): Delivery {
  return { ...row, state: row.state as DeliveryState };
}

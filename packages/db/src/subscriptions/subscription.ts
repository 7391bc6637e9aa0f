/** A recipient of the reports of a scope. */
export interface Subscription {
  /** A project's id, or `DIGEST_SCOPE`. */
  scope: string;
  /** The address in lower case. */
  recipient: string;
}

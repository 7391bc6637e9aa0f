import type { ExitKind } from '@clarity-keep/core';

export type DatabaseErrorCode =
  | 'bad-url'
  | 'cannot-open'
  | 'not-ours'
  | 'newer-schema'
  | 'older-schema'
  | 'no-project'
  | 'backup-failed'
  | 'vacuum-failed'
  | 'bad-weights'
  | 'read-only'
  | 'key-exists';

/** Something about the database file that its owner can fix. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly exitKind = 'configuration' satisfies ExitKind;
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

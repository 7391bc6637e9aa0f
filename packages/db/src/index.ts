export { DatabaseError } from './errors.ts';
export type { DatabaseErrorCode } from './errors.ts';
export { openDatabase } from './open-database.ts';
export type { Database } from './open-database.ts';

import type { Database } from '@clarity-keep/db';

/** The process that used the database is gone. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

type Sqlite = Database['sql'];

/**
 * A database whose user is killed before its write number `writes` (0 for the first): from then on
 * nothing reaches the file any more, also not what a `finally` would still like to do. A transaction is
 * one write; the file underneath stays open for whoever comes next.
 */
export function aCrashingDatabase(
  db: Database,
  writes: number,
): { db: Database; wasKilled: () => boolean } {
  const { sql } = db;
  let left = writes;
  let isDead = false;
  const touch = (isWrite: boolean): void => {
    if (isWrite && !isDead && !sql.inTransaction) {
      if (left === 0) isDead = true;
      left -= 1;
    }
    if (isDead) throw new Killed('Killed between two writes.');
  };
  const statement = <Statement extends object>(real: Statement): Statement => {
    const proxy: Statement = new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => {
          touch(name === 'run');
          const result: unknown = Reflect.apply(value, target, values);
          return result === target ? proxy : result;
        };
      },
    });
    return proxy;
  };
  const dying = {
    get inTransaction() {
      return sql.inTransaction;
    },
    prepare: (text: string) => {
      touch(false);
      return statement(sql.prepare(text));
    },
    exec: (text: string) => {
      touch(false);
      return sql.exec(text);
    },
    transaction: (work: () => unknown) => {
      const real = sql.transaction(work);
      return {
        immediate: () => {
          touch(true);
          return real.immediate();
        },
      };
    },
  };
  return {
    // What the verbs of a collection use of the driver.
    db: { ...db, sql: dying as unknown as Sqlite },
    wasKilled: () => isDead,
  };
}

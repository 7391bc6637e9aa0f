import { openDatabase } from '../../src/index.ts';

/** Opens the database of a folder and closes it again: one of many processes that start at once. */
await openDatabase({ url: 'file:./clarity.db', cwd: process.argv[2] ?? '.' }).close();

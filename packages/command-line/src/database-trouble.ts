const troubles: readonly (readonly [code: string, text: string])[] = [
  ['SQLITE_BUSY', 'Another program has locked the database. Run this again when it has finished.'],
  [
    'SQLITE_READONLY',
    'You have no permission to write to the database or its folder. Run as their owner, or change the owner (chown).',
  ],
  [
    'SQLITE_CORRUPT',
    'The database is damaged. Replace it with a copy made by "clarity-keep backup"; "clarity-keep doctor --integrity" ' +
      'shows what can still be read.',
  ],
  ['SQLITE_FULL', "The database's disk is full. Free some space and run this again."],
];

/**
 * The message for a SQLite error that the owner of the file can fix, or null for any
 * other. By code, as the classes are not loaded at every start.
 */
export function databaseTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = String(Reflect.get(error, 'code'));
  return troubles.find(([known]) => code.startsWith(known))?.[1] ?? null;
}

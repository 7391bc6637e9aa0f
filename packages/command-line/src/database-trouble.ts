const troubles: readonly (readonly [code: string, text: string])[] = [
  ['SQLITE_BUSY', 'Another program keeps the database file to itself. Run again when it is done.'],
  [
    'SQLITE_READONLY',
    'This user may not write to the database file or its folder. Run as the user it belongs to, or give both to this one (chown).',
  ],
  [
    'SQLITE_CORRUPT',
    'The database file is damaged. Put a copy that "clarity-keep backup" made in its place; "clarity-keep doctor --integrity" ' +
      'tells what of it can still be read.',
  ],
  ['SQLITE_FULL', 'There is no room left on the disk of the database. Make some and run again.'],
];

/**
 * What a person is told of an error of SQLite that the owner of the file can put right, or null of any
 * other. By code, as the classes are not loaded at every start.
 */
export function databaseTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = String(Reflect.get(error, 'code'));
  return troubles.find(([known]) => code.startsWith(known))?.[1] ?? null;
}

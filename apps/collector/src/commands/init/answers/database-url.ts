/** The URL of a database file that was typed as a URL or as a path. */
export function databaseUrlOf(text: string): string {
  const typed = text.trim();
  // A single letter before the colon is a Windows drive.
  return typed === '' || /^[a-z][a-z\d+.-]+:/i.test(typed) ? typed : `file:${typed}`;
}

/** What is wrong with the location of a database, or null. */
export function placeProblem(databaseUrl: string): string | null {
  if (/^file:\/*$/.test(databaseUrl)) return 'Give a file name, e.g. ./clarity.db.';
  if (!databaseUrl.startsWith('file:~')) return null;
  return 'Write the folder in full: ~ only works in a shell.';
}

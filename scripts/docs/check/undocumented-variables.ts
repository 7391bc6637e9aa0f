/** Conventions of the terminal, which no app declares as a setting of its own. */
const CONVENTIONS = new Set(['NO_COLOR']);

/**
 * Where the variables that the apps read, those of `.env.example` and those of docs/settings.md differ.
 * The page names each as code; a row of a table that begins with one documents it.
 */
export function undocumentedVariables(options: {
  variables: readonly string[];
  example: string;
  settings: string;
}): string[] {
  const { example, settings } = options;
  const read = new Set(options.variables);
  const inExample = namesIn(example, /^#?\s*([A-Z][A-Z0-9_]*)=/gm);
  const inSettings = namesIn(settings, /`([A-Z][A-Z0-9_]*)`/g);
  const inTables = namesIn(settings, /^\|\s*`([A-Z][A-Z0-9_]*)`/gm);
  return [
    ...difference(read, inExample, 'is read by an app and missing in .env.example'),
    ...difference(inExample, read, 'is in .env.example, but no app reads it'),
    ...difference(read, inSettings, 'is read by an app and missing in docs/settings.md'),
    ...difference(
      inTables,
      new Set([...read, ...CONVENTIONS]),
      'is in docs/settings.md, but no app reads it',
    ),
  ];
}

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}

function difference(names: Set<string>, known: Set<string>, problem: string): string[] {
  return [...names].filter((name) => !known.has(name)).map((name) => `${name} ${problem}.`);
}

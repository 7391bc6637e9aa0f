import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentSchema as collector } from '../apps/collector/src/settings/environment.ts';
import { environmentSchema as server } from '../apps/server/src/env.ts';
import { environmentSchema as weeklyReport } from '../apps/weekly-report/src/env.ts';
import { deadPaths } from './docs/dead-paths.ts';
import { listedCommands } from './docs/listed-commands.ts';
import { undocumentedVariables } from './docs/undocumented-variables.ts';

const root = join(import.meta.dirname, '..');

/** Directory of each app by the name of its program. */
const programs = {
  'clarity-keep': 'collector',
  'clarity-keep-server': 'server',
  'clarity-keep-report': 'weekly-report',
};

/**
 * What the documents say that is not so, and what they do not say: dead paths, variables, commands.
 * One line each; none when the documents are right.
 */
export function checkDocs(): string[] {
  return [...paths(), ...variables(), ...commands()];
}

function paths(): string[] {
  const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
  return documents.flatMap((document) =>
    deadPaths({ root, document, text: read(document) }).map(
      (path) => `${document} names ${path}, which does not exist.`,
    ),
  );
}

function variables(): string[] {
  return undocumentedVariables({
    variables: [collector, server, weeklyReport].flatMap((schema) => Object.keys(schema.shape)),
    example: read('.env.example'),
    settings: read('docs/settings.md'),
  });
}

function commands(): string[] {
  const pages = globSync('docs/*.md', { cwd: root }).map(read).join('\n').replaceAll(/\s+/g, ' ');
  return Object.entries(programs)
    .flatMap(([program, app]) => listedCommands(program, (args) => runApp(app, args)))
    .filter((command) => !isShown(command, pages))
    .map((command) => `docs/ does not show "${command}".`);
}

/** In full, or as code without the name of the program, `query pages`. */
function isShown(command: string, pages: string): boolean {
  const [program = '', ...words] = command.split(' ');
  const short = words.length === 0 ? [] : [`\`${words.join(' ')}`];
  return [[program, ...words].join(' '), ...short].some((text) =>
    new RegExp(`${text}(?![\\w-])`).test(pages),
  );
}

function runApp(app: string, args: readonly string[]): string {
  const main = join(root, 'apps', app, 'src/main.ts');
  return execFileSync(process.execPath, [main, ...args], { encoding: 'utf8', stdio: 'pipe' });
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

if (import.meta.main) {
  const problems = checkDocs();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

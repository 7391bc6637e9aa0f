import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentSchema as collector } from '../apps/collector/src/settings/environment.ts';
import { environmentSchema as server } from '../apps/server/src/env.ts';
import { exitCodes } from '../packages/command-line/src/index.ts';
import { reportEnvironmentSchema as weeklyReport } from '../packages/environment/src/settings/report-environment.ts';
import { deadAnchors } from './docs/check/dead-anchors.ts';
import { deadPaths } from './docs/check/dead-paths.ts';
import { undocumentedCommands } from './docs/check/undocumented-commands.ts';
import { undocumentedExitCodes } from './docs/check/undocumented-exit-codes.ts';
import { undocumentedVariables } from './docs/check/undocumented-variables.ts';
import { describeProgram } from './docs/commands/describe-program.ts';
import { programs } from './docs/commands/programs.ts';

const root = join(import.meta.dirname, '..');
const LONGEST_README = 8_192;

/** Everything wrong or missing in the documents, one line each. */
export function checkDocs(): string[] {
  const commandsPage = read('docs/commands.md');
  return [
    ...length(),
    ...links(),
    ...undocumentedVariables({
      variables: [collector, server, weeklyReport].flatMap((schema) => Object.keys(schema.shape)),
      example: read('.env.example'),
      settings: read('docs/settings.md'),
    }),
    ...undocumentedCommands({
      commands: programs.flatMap(describeProgram).map(({ name }) => name),
      page: commandsPage,
    }),
    ...undocumentedExitCodes({ codes: Object.values(exitCodes), page: commandsPage }),
  ];
}

function length(): string[] {
  const bytes = Buffer.byteLength(read('README.md'));
  return bytes <= LONGEST_README
    ? []
    : [`README.md has ${bytes} bytes; ${LONGEST_README} at most. Move details to docs/.`];
}

function links(): string[] {
  const documents = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: root });
  return documents.toSorted().flatMap((document) => {
    const page = { root, document, text: read(document) };
    return [
      ...deadPaths(page).map((path) => `${document} names ${path}, which does not exist.`),
      ...deadAnchors(page).map((link) => `${document} links to ${link}, which does not exist.`),
    ];
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

if (import.meta.main) {
  const problems = checkDocs();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

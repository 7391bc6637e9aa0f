import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '@clarity-keep/command-line';
import { COLLECT_WAIT_MINUTES } from '@clarity-keep/collection';
import { databasePath } from '@clarity-keep/db';
import type { Variables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import type { Command } from '../../terminal/command-line-text.ts';

/** What a schedule runs, where, and as whom. */
export interface Installation {
  directory: string;
  /** Path of the database, when it is not in the directory. */
  databaseFolder: string | null;
  user: string | null;
  collect: Command;
  report: Command;
}

export interface InstallationOptions {
  directory?: string | undefined;
  /** Both without `collect` and `send`. */
  command?: string | undefined;
  reportCommand?: string | undefined;
}

/** A schedule starts at the same minute, give or take what the machine is busy with. */
const COLLECT = ['collect', '--wait', String(COLLECT_WAIT_MINUTES)];

/** Our two programs beside each other: bundled, or as sources. */
const reportPrograms = [
  ['apps/collector/dist/clarity-keep.mjs', 'apps/weekly-report/dist/clarity-keep-report.mjs'],
  ['apps/collector/src/main.ts', 'apps/weekly-report/src/main.ts'],
] as const;

/**
 * This installation, as it was started, as far as the options do not say otherwise.
 *
 * @throws UsageError when a part of it cannot be written into a schedule.
 */
export function findInstallation(
  { program, cwd }: Pick<CliDeps, 'program' | 'cwd'>,
  { variables, databaseUrl }: { variables: Variables; databaseUrl: string },
  options: InstallationOptions,
): Installation {
  const directory = oneLine('--directory', resolve(cwd, options.directory ?? '.'));
  const databaseFolder = oneLine('DATABASE_URL', dirname(databasePath(databaseUrl, directory)));
  const { node, script } = program;
  return {
    directory,
    databaseFolder: isInside(directory, databaseFolder) ? null : databaseFolder,
    user: [variables['USER'], variables['LOGNAME']].find(isUserName) ?? null,
    collect:
      options.command === undefined
        ? words(node, script, ...COLLECT)
        : line('--command', options.command, COLLECT.join(' ')),
    report:
      options.reportCommand === undefined
        ? words(node, reportProgramOf(script), 'send')
        : line('--report-command', options.reportCommand, 'send'),
  };
}

function reportProgramOf(script: string): string {
  const found = reportPrograms.find(([collector]) => script.endsWith(`/${collector}`));
  if (found === undefined) {
    throw new UsageError(
      `clarity-keep-report was not found next to this program (${script}). ` +
        'Use --report-command to say how it is started.',
    );
  }
  const [collector, report] = found;
  return `${script.slice(0, -collector.length)}${report}`;
}

function words(...all: string[]): Command {
  return { type: 'words', words: all.map((word) => oneLine('The path of this program', word)) };
}

function line(option: string, command: string, argument: string): Command {
  return { type: 'line', line: `${oneLine(option, command.trim())} ${argument}` };
}

function oneLine(name: string, text: string): string {
  if (text !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text)) return text;
  throw new UsageError(
    `${name} must be one line without control characters to fit into a schedule, not ${JSON.stringify(text)}.`,
  );
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}

function isUserName(name: string | undefined): name is string {
  return name !== undefined && /^[a-z_][\w.-]*$/i.test(name);
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine, CommandLineOptions } from './a-command-line.ts';
import { aCommandLine } from './a-command-line.ts';

/** A command line in a folder where one project is kept, with one day of these pages: 2026-11-19. */
export async function aShop(
  pages: readonly string[],
  options: CommandLineOptions = {},
): Promise<CommandLine> {
  const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' }, options);
  const information = pages.map((Url) => ({
    totalSessionCount: 40,
    totalBotSessionCount: 0,
    Url,
  }));
  const body = JSON.stringify([{ metricName: 'Traffic', information }]);
  writeFileSync(join(commandLine.folder, 'body.json'), body);
  const argv = ['import', 'body.json', '--at', '2026-11-20T05:00:00Z', '--num-of-days', '1'];
  const { exitCode, stderr } = await commandLine.run(...argv);
  if (exitCode !== 0) throw new Error(stderr);
  return commandLine;
}

#!/usr/bin/env node
import process from 'node:process';

import { type CliOptions, parseOptions } from './cli.ts';
import { SimulatorOptionError } from './errors.ts';
import { catalogueText } from './evil/catalogue-text.ts';
import { startSimulator } from './server/start-simulator.ts';
import { dayOf } from './site/day.ts';
import { createDemoSite } from './site/demo-site.ts';

try {
  const options = await parseOptions(process.argv.slice(2));
  if (options.evil === 'list') process.stdout.write(catalogueText());
  else await serve(options);
} catch (error) {
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isPortTaken) {
    process.stderr.write(`${error.message}\nChoose another --port, or 0 for a free one.\n`);
  } else if (error instanceof SimulatorOptionError) {
    process.stderr.write(`${error.message}\nSee simulator --help.\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exitCode = isPortTaken || error instanceof SimulatorOptionError ? 2 : 1;
}

async function serve({ evil, ...options }: CliOptions): Promise<void> {
  const site = createDemoSite({
    seed: options.seed,
    today: dayOf(Date.now()),
    sessionsPerDay: options.sessionsPerDay,
    hostile: options.hostile,
  });
  const simulator = await startSimulator({ ...options, site, now: Date.now });
  if (evil !== undefined) simulator.fault({ type: 'evil', name: evil }, 'always');
  process.stdout.write(
    [
      `CLARITY_API_URL=${simulator.url}`,
      `CLARITY_API_TOKEN=${simulator.token}`,
      `CLARITY_PROJECT_ID=${simulator.projectId}`,
      '',
    ].join('\n'),
  );
  process.stderr.write(
    `Serving ${site.options.origin} (made up, seed ${options.seed}), ${options.quota} calls ${options.quotaWindow === 'rolling' ? 'in any 24 hours' : 'per UTC day'}. Ctrl-C ends it.\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close());
  }
}

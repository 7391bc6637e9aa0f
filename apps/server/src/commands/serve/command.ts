import type { CommandModule } from 'yargs';

export interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
  requireKey?: boolean | undefined;
}

/** What the program does without a command: its words and options. */
export function serveCommand(
  run: (options: ServeOptions) => Promise<void>,
): CommandModule<
  object,
  Pick<ServeOptions, 'host' | 'port'> & { 'require-key': boolean | undefined }
> {
  return {
    command: '$0',
    describe:
      'Serves the dashboard and the API over HTTP. Anyone beyond this machine needs an API key.',
    builder: (yargs) =>
      yargs
        .option('host', {
          type: 'string',
          requiresArg: true,
          describe: 'address to listen on (HOST, 127.0.0.1)',
        })
        .option('port', {
          type: 'string',
          requiresArg: true,
          describe: 'port to listen on; 0 picks a free one (PORT, 8788)',
        })
        .option('require-key', {
          type: 'boolean',
          describe: 'require a key, even on loopback (REQUIRE_API_KEY)',
        })
        .example('$0', 'serve ./clarity.db at http://127.0.0.1:8788')
        .example(
          'DATABASE_URL=file:/srv/clarity.db $0 --port 9000',
          'serve another database on another port',
        )
        .example('$0 --host 0.0.0.0', 'serve the network; every request needs a key'),
    handler: ({ host, port, 'require-key': requireKey }) => run({ host, port, requireKey }),
  };
}

import type { CommandModule } from 'yargs';

export interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
  requireKey?: boolean | undefined;
}

/** What the program does when it is given no command: its words and options. */
export function defineServe(
  run: (options: ServeOptions) => Promise<void>,
): CommandModule<
  object,
  Pick<ServeOptions, 'host' | 'port'> & { 'require-key': boolean | undefined }
> {
  return {
    command: '$0',
    describe:
      'Answers questions over the kept history, as tRPC over HTTP; beyond loopback to those who have a key.',
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
          describe: 'port to listen on, 0 for a free one (PORT, 8788)',
        })
        .option('require-key', {
          type: 'boolean',
          describe: 'let nobody ask without a key, on loopback neither (REQUIRE_API_KEY)',
        })
        .example('$0', 'serve ./clarity.db on http://127.0.0.1:8788')
        .example(
          'DATABASE_URL=file:/srv/clarity.db $0 --port 9000',
          'serve another file on another port',
        )
        .example('$0 --host 0.0.0.0', 'serve the network, to those who have a key'),
    handler: ({ host, port, 'require-key': requireKey }) => run({ host, port, requireKey }),
  };
}

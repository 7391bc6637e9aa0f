import type { ExitCode, Program } from '@clarity-keep/command-line';

export interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
}

/** The words of `clarity-keep-server`. */
export function defineProgram(serve: (options: ServeOptions) => Promise<ExitCode>): Program {
  return {
    name: 'clarity-keep-server',
    define: (program, noting) =>
      program.command({
        command: '$0',
        describe: 'Answers questions over the kept history, as tRPC over HTTP.',
        builder: (command) =>
          command
            .option('host', {
              type: 'string',
              describe: 'address to listen on (HOST, 127.0.0.1)',
            })
            .option('port', {
              type: 'string',
              describe: 'port to listen on, 0 for a free one (PORT, 8788)',
            })
            .example('$0', 'serve ./clarity.db on http://127.0.0.1:8788')
            .example(
              'DATABASE_URL=file:/srv/clarity.db $0 --port 9000',
              'serve another file on another port',
            ),
        handler: noting(serve),
      }),
  };
}

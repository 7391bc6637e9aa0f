import type { ExitCode, Program } from '@clarity-keep/command-line';

export interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
}

export interface McpOptions {
  project?: readonly string[] | undefined;
}

export interface ServerHandlers {
  serve: (options: ServeOptions) => Promise<ExitCode>;
  mcp: (options: McpOptions) => Promise<ExitCode>;
}

/** The words of `clarity-keep-server`. */
export function defineProgram({ serve, mcp }: ServerHandlers): Program {
  return {
    name: 'clarity-keep-server',
    define: (program, noting) =>
      program
        .command({
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
        })
        .command({
          command: 'mcp',
          describe: 'Answers an assistant (Model Context Protocol) over standard input and output.',
          builder: (command) =>
            command
              .option('project', {
                type: 'string',
                array: true,
                requiresArg: true,
                describe:
                  'project the assistant may ask about, by id or name; may be given several times. Without it ' +
                  'those of clarity-keep.json, or else all of the database',
              })
              .example('$0 mcp', 'what an assistant starts, to ask ./clarity.db')
              .example(
                'DATABASE_URL=file:/srv/clarity.db $0 mcp --project wxb0r23ozh',
                'one project of another database',
              ),
          handler: noting(mcp),
        }),
  };
}

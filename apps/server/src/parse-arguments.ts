import { ConfigurationError } from '@clarity-keep/environment';
import yargs from 'yargs';

export type ParsedArguments =
  | { type: 'serve'; host: string | undefined; port: string | undefined }
  /** Help or version. */
  | { type: 'print'; text: string };

/** @throws ConfigurationError for an option that does not exist. */
export async function parseArguments(
  argv: readonly string[],
  version: string,
): Promise<ParsedArguments> {
  let text = '';
  const options = await yargs()
    .scriptName('clarity-keep-server')
    .usage('$0 [options]\n\nAnswers questions over the kept history, as tRPC over HTTP.')
    .option('host', { type: 'string', describe: 'address to listen on (HOST, 127.0.0.1)' })
    .option('port', {
      type: 'string',
      describe: 'port to listen on, 0 for a free one (PORT, 8788)',
    })
    .example('$0', 'serve ./clarity.db on http://127.0.0.1:8788')
    .example(
      'DATABASE_URL=file:/srv/clarity.db $0 --port 9000',
      'serve another file on another port',
    )
    .epilog('Settings come from the environment and from .env in the working directory.')
    .strict()
    .version(version)
    .help()
    .wrap(100)
    .exitProcess(false)
    .parseAsync([...argv], {}, (error, _options, output) => {
      text = output;
      if (error) {
        throw new ConfigurationError(
          `${error.message}. Run clarity-keep-server --help for the options.`,
        );
      }
    });
  const { host, port } = options;
  return text === '' ? { type: 'serve', host, port } : { type: 'print', text };
}

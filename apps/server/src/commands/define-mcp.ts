import type { CommandModule } from 'yargs';
import { projectsParsing } from './projects-parsing.ts';

export interface McpOptions {
  /** Ids or names; none for those that are described, or else all. */
  projects: readonly string[];
}

/** `mcp`: its words and options. */
export function defineMcp(
  run: (options: McpOptions) => Promise<void>,
): CommandModule<object, { project: string[] | undefined }> {
  return {
    command: 'mcp',
    describe: 'answer an assistant over standard input and output',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 mcp [--project ID ...]\n\nAnswers an assistant, which starts it, over the Model Context Protocol: the questions as tools that only ' +
            'read. None of the ten calls is spent, and SQLite opens the database for reading only.',
        )
        .parserConfiguration(projectsParsing)
        .option('project', {
          type: 'string',
          array: true,
          requiresArg: true,
          describe:
            'project that the assistant may ask about, by id or name, again for more; when left out those of ' +
            'clarity-keep.json, or else all',
        })
        .example('$0 mcp', 'what an assistant starts to ask ./clarity.db')
        .example(
          'DATABASE_URL=file:/srv/clarity.db $0 mcp --project wxb0r23ozh',
          'one project of another database',
        ),
    handler: ({ project = [] }) => run({ projects: project }),
  };
}

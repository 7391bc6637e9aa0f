import type { CommandModule } from 'yargs';
import { projectsOption, projectsParsing } from '../several-projects.ts';

export interface McpOptions {
  /** Ids or names; none for those that are configured, or else all. */
  projects: readonly string[];
}

/** `mcp`: its words and options. */
export function mcpCommand(
  run: (options: McpOptions) => Promise<void>,
): CommandModule<object, { project: string[] | undefined }> {
  return {
    command: 'mcp',
    describe: 'answer an AI assistant over standard input and output',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 mcp [--project ID ...]\n\nAnswers an AI assistant over the Model Context Protocol. The assistant starts this command and ' +
            'gets read-only tools, one for each question. It makes no calls to Clarity and opens the database read-only.',
        )
        .parserConfiguration(projectsParsing)
        .option('project', {
          ...projectsOption,
          describe:
            'project the assistant may ask about (ID or name), once for each; by default those in clarity-keep.json, ' +
            'or all without that file',
        })
        .example('$0 mcp', 'what an assistant starts to ask about ./clarity.db')
        .example(
          'DATABASE_URL=file:/srv/clarity.db $0 mcp --project wxb0r23ozh',
          'one project of another database',
        ),
    handler: ({ project = [] }) => run({ projects: project }),
  };
}

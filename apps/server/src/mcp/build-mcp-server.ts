import { version } from '@clarity-keep/command-line';
import { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { advertisedSchema } from './tools/advertised-schema.ts';
import type { McpDeps } from './tools/answer-tool-call.ts';
import { answerToolCall } from './tools/answer-tool-call.ts';
import { addCoverageResource } from './coverage-resource.ts';
import { glossary } from './texts/glossary.ts';
import { instructions } from './texts/instructions.ts';
import { tools } from './tools/tools.ts';
import { weeklyReview } from './texts/weekly-review.ts';

/** While it runs. */
const unchanging = { listChanged: false };

/**
 * The server of one connection, not connected yet: every question as a tool that only reads. What the parts
 * of an answer mean is said in the description of its tool: the schemas of all answers would take some
 * 15,000 tokens of every conversation.
 */
export function buildMcpServer(deps: McpDeps): McpServer {
  const server = new McpServer(
    { name: 'clarity-keep', title: 'Clarity Keep', version },
    {
      instructions,
      capabilities: { tools: unchanging, resources: unchanging, prompts: unchanging },
    },
  );
  for (const tool of tools) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: `${tool.question.summary} ${tool.advice}`,
        inputSchema: advertisedSchema(tool.question.input),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      (input) => answerToolCall(deps, tool, input),
    );
  }
  server.registerResource(
    'glossary',
    'clarity-keep://glossary',
    {
      title: 'Clarity Keep glossary',
      description: 'What signals, impact and day states mean.',
      mimeType: 'text/markdown',
    },
    (uri) => ({ contents: [{ uri: uri.href, mimeType: 'text/markdown', text: glossary() }] }),
  );
  addCoverageResource(server, deps);
  server.registerPrompt(
    'weekly-review',
    {
      title: 'Weekly review',
      description: 'What frustrated visitors last week, compared with the week before.',
      argsSchema: z.object({
        project: z.string().min(1).max(100).optional().describe('Project ID or name.'),
      }),
    },
    ({ project }) => ({
      messages: [{ role: 'user', content: { type: 'text', text: weeklyReview(project) } }],
    }),
  );
  return server;
}

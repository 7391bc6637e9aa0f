import * as z from 'zod';
import type { Surroundings } from './run-command.ts';
import { runCommand } from './run-command.ts';

const replySchema = z.object({
  id: z.number(),
  result: z.object({ content: z.array(z.object({ text: z.string() })) }),
});

/** What an assistant reads when it calls a tool of `clarity-keep-server mcp`. */
export async function askTool(
  around: Surroundings,
  { name, input }: { name: string; input: object },
): Promise<string> {
  const clientInfo = { name: 'docs', version: '1' };
  const messages = [
    {
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
    },
    { method: 'notifications/initialized' },
    { id: CALL, method: 'tools/call', params: { name, arguments: input } },
  ];
  const printed = await runCommand({
    program: 'clarity-keep-server',
    args: ['mcp'],
    around,
    stdin: messages
      .map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
      .join(''),
  });
  for (const line of printed.split('\n').filter((text) => text.startsWith('{'))) {
    const { data } = replySchema.safeParse(JSON.parse(line));
    if (data?.id === CALL) return data.result.content.map(({ text }) => text).join('\n');
  }
  throw new Error(`The tool ${name} did not answer:\n${printed}`);
}

const CALL = 2;

import type { CallToolResult } from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { onTestFinished } from 'vitest';
import { mainOf } from './a-history.ts';

export interface Assistant {
  client: Client;
  /** What the server has written to standard error so far. */
  log: () => string;
  pid: () => number | null;
  call: (name: string, input?: Record<string, unknown>) => Promise<CallToolResult>;
  /** What a tool found. */
  ask: (name: string, input?: Record<string, unknown>) => Promise<Found>;
}

export interface Found {
  notice: string;
  rowsLeftOut: number;
  answer: { rows: Record<string, unknown>[] } & Record<string, unknown>;
}

export interface AssistantOptions {
  args?: readonly string[];
  /** The revision of the protocol to insist on; otherwise what most assistants speak today. */
  pin?: string;
}

/** An assistant that goes with the test. */
export async function anAssistant(cwd: string, options?: AssistantOptions): Promise<Assistant> {
  const assistant = await openAssistant(cwd, options);
  onTestFinished(() => assistant.client.close());
  return assistant;
}

/** The client of the SDK, which has started the server as a process of its own in a folder. */
export async function openAssistant(
  cwd: string,
  { args = [], pin }: AssistantOptions = {},
): Promise<Assistant> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [mainOf('server'), 'mcp', ...args],
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
    stderr: 'pipe',
  });
  let log = '';
  transport.stderr?.on('data', (chunk: Buffer) => (log += String(chunk)));
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    pin === undefined ? {} : { versionNegotiation: { mode: { pin } } },
  );
  await client.connect(transport);
  const call: Assistant['call'] = (name, input) =>
    client.callTool({ name, ...(input !== undefined && { arguments: input }) });
  return {
    client,
    log: () => log,
    pid: () => transport.pid,
    call,
    async ask(name, input) {
      const { structuredContent, isError } = await call(name, input);
      if (isError === true) throw new Error(`${name} was refused.`);
      return structuredContent as Found;
    },
  };
}

/** The one text of a result. */
export function textOf({ content }: Pick<CallToolResult, 'content'>): string {
  const [only] = content;
  if (content.length !== 1 || only?.type !== 'text') throw new Error('Expected one text.');
  return only.text;
}

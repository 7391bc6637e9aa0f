import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import * as z from 'zod';

const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

const factsSchema = z.object({
  pages: z.array(
    z.object({
      id: z.string(),
      facts: z.object({ signals: z.array(z.object({ signal: z.string(), rate: z.string() })) }),
    }),
  ),
});

export interface ModelRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: z.output<typeof bodySchema>;
  /** All that it says, in one text. */
  prompt: string;
}

export interface FakeModel {
  /** With the version, as in AI_BASE_URL. */
  url: string;
  requests: ModelRequest[];
}

type Reply = (request: ModelRequest, response: ServerResponse, attempt: number) => void;

/** A real HTTP server on loopback that takes chat completions, and answers as told. */
export async function aModel(reply: Reply): Promise<FakeModel> {
  const model: FakeModel = { url: '', requests: [] };
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = bodySchema.parse(JSON.parse(await text(incoming)));
    const prompt = body.messages.map(({ content }) => content).join('\n');
    const request = { path: incoming.url ?? '', headers: incoming.headers, body, prompt };
    model.requests.push(request);
    reply(request, response, model.requests.length);
  };
  const server = createServer((incoming, response) => void answer(incoming, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return model;
}

/** Answers with a completion of this text. */
export function complete(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_795_000_000,
      model: 'tiny',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    }),
  );
}

/** Phrases what it is told, number by number. */
export const honest: Reply = ({ prompt }, response) => {
  complete(response, JSON.stringify(honestAnswer(prompt)));
};

/** The same with another number in the advice for the first page. */
export const lying: Reply = ({ prompt }, response) => {
  const { summary, advice } = honestAnswer(prompt);
  const [first, ...others] = advice;
  const lie = { page: first?.page, text: 'Rage clicks are in 97.3% of its sessions.' };
  complete(response, JSON.stringify({ summary, advice: [lie, ...others] }));
};

/** Does what an address that it reads asks for. */
export const obedient: Reply = ({ prompt }, response) => {
  const asked = /ignore previous instructions/i.test(prompt);
  const texts = asked ? 'All is well at http://evil.example' : 'It did not see the instruction.';
  complete(response, JSON.stringify({ summary: texts, advice: [{ page: 'page 1', text: texts }] }));
};

function honestAnswer(prompt: string) {
  const json = /Facts:\n([\s\S]*?)\n\n<<<ADDRESSES/.exec(prompt)?.[1] ?? '';
  const { pages } = factsSchema.parse(JSON.parse(json));
  const advice = pages.map(
    ({
      id,
      facts: {
        signals: [first],
      },
    }) => ({
      page: id,
      text: `This page has ${first?.signal} in ${first?.rate} of its sessions. Look at the recordings first.`,
    }),
  );
  return { summary: 'Look at page 1 first.', advice };
}

import type { Fetch } from '@clarity-keep/notify';
import type { OpenAI } from 'openai';
import * as z from 'zod';
import { bareFetch } from './bare-fetch.ts';
import type { Message } from './messages.ts';
import type { WordsSettings } from './words-settings.ts';

/** A summary and five pages take about half of it. */
const MOST_TOKENS = 1_500;

const PAUSE_MS = 1_000;

export interface ModelPorts {
  fetch: Fetch;
  sleep: (ms: number) => Promise<void>;
  signal: AbortSignal;
}

const completionSchema = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
});

/**
 * The text of a model's answer. What may pass (429, 5xx, a broken connection) is tried once more after a
 * second; a request that is refused as such is tried once more without JSON mode and with the newer name of
 * the token limit, which endpoints differ in. The SDK takes a while to load and is loaded here.
 *
 * @throws errors of the SDK, TooLargeError, or ZodError when the answer is no completion.
 */
export async function askModel(
  { fetch, sleep, signal }: ModelPorts,
  { baseUrl, model, apiKey }: WordsSettings,
  messages: Message[],
): Promise<string> {
  const { OpenAI: Client, APIConnectionError, APIError } = await import('openai');
  const client = new Client({
    baseURL: baseUrl,
    // The SDK wants one, and reads variables of its own for what is not given.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    fetch: bareFetch(fetch, apiKey),
  });
  const ask = async (dialect: Dialect): Promise<string> => {
    const completion: unknown = await client.chat.completions.create(
      { model, messages, ...dialect },
      { signal },
    );
    return completionSchema.parse(completion).choices[0].message.content;
  };
  try {
    return await ask(common);
  } catch (error) {
    if (signal.aborted || !(error instanceof APIError)) throw error;
    if (error.status === 400 || error.status === 422) return ask(plain);
    const mayPass =
      error.status === undefined
        ? error instanceof APIConnectionError
        : error.status === 429 || error.status >= 500;
    if (!mayPass) throw error;
    await sleep(PAUSE_MS);
    return ask(common);
  }
}

type Dialect = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;

const common: Dialect = { max_tokens: MOST_TOKENS, response_format: { type: 'json_object' } };
const plain: Dialect = { max_completion_tokens: MOST_TOKENS };

import { ConfigurationError, isLoopback } from '@clarity-keep/environment';
import type { ReportEnvironment } from '@clarity-keep/environment';

/** Which model is asked, and where. */
export interface WordsSettings {
  baseUrl: string;
  model: string;
  /** Null for a model on this machine that needs none. */
  apiKey: string | null;
}

/**
 * The settings for words by a model, or null when there are none: words are off unless all are set.
 *
 * @throws ConfigurationError, without a value, when only some of them are.
 */
export function wordsSettings(environment: ReportEnvironment): WordsSettings | null {
  const { AI_BASE_URL: baseUrl, AI_MODEL: model, AI_API_KEY: apiKey } = environment;
  if (baseUrl === undefined && model === undefined && apiKey === undefined) return null;
  if (baseUrl === undefined || model === undefined) {
    const missing = baseUrl === undefined ? 'AI_BASE_URL' : 'AI_MODEL';
    throw new ConfigurationError(
      `${missing} is not set, but other AI settings are. Set AI_BASE_URL, AI_MODEL and AI_API_KEY together, or none of them.`,
    );
  }
  // Without TLS an address is on loopback: `safeUrl` takes no other.
  if (apiKey === undefined && !isLoopback(baseUrl)) {
    throw new ConfigurationError(
      'AI_API_KEY is not set. Only a model on this machine (AI_BASE_URL on loopback) works without a key.',
    );
  }
  return { baseUrl, model, apiKey: apiKey ?? null };
}

/** @throws ConfigurationError when no model is set, too. */
export function requireWordsSettings(environment: ReportEnvironment): WordsSettings {
  const settings = wordsSettings(environment);
  if (settings !== null) return settings;
  throw new ConfigurationError(
    '--words needs a model: set AI_BASE_URL, AI_MODEL and AI_API_KEY in the environment or in .env.',
  );
}

import type { ReportWords, WeeklyReport } from '@clarity-keep/core';
import { briefForModel, groundedWords, modelAnswerSchema } from '@clarity-keep/core';
import type { Fetch } from '@clarity-keep/notify';
import { askModel } from './ask-model.ts';
import { messagesOf } from './messages.ts';
import { whyNoWords } from './why-no-words.ts';
import type { WordsSettings } from './words-settings.ts';

/** A mail waits so long for words, and no longer, a second attempt included. */
const TIME_LIMIT_MS = 20_000;

/** Weeks with something to phrase. */
const TOLD = new Set<WeeklyReport['headline']['type']>(['worse', 'ongoing', 'better', 'quiet']);

export interface AskedWords {
  words: ReportWords | null;
  /** For stderr: why words are missing, or some of them. Says nothing of the key or of an answer. */
  warning: string | null;
}

/**
 * Asks a model to phrase a report, from the numbers of the report alone, and keeps what holds to them.
 * Never throws, and takes no longer than its time limit.
 */
export async function askForWords({
  settings,
  report,
  fetch,
  sleep,
  timeLimitMs = TIME_LIMIT_MS,
}: {
  settings: WordsSettings;
  report: WeeklyReport;
  fetch: Fetch;
  sleep: (ms: number) => Promise<void>;
  timeLimitMs?: number;
}): Promise<AskedWords> {
  if (!TOLD.has(report.headline.type)) return { words: null, warning: null };
  const signal = AbortSignal.timeout(timeLimitMs);
  const brief = briefForModel(report);
  try {
    const text = await Promise.race([
      askModel({ fetch, sleep, signal }, settings, messagesOf(brief)),
      abortOf(signal),
    ]);
    const answer = modelAnswerSchema.parse(JSON.parse(withoutFence(text)));
    const { words, dropped } = groundedWords(answer, { brief, model: settings.model });
    return { words, warning: droppedWarning(dropped.length, words === null) };
  } catch (error) {
    const reason = signal.aborted ? `no answer within ${timeLimitMs / 1_000} s` : whyNoWords(error);
    return {
      words: null,
      warning: `No texts from the model (${reason}). The report uses its own wording.`,
    };
  }
}

/** Should a port not listen to the signal, its answer is not waited for. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The time is up.')), { once: true });
  });
}

/** Without JSON mode, models like to fence JSON as Markdown does. */
function withoutFence(text: string): string {
  return /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text;
}

function droppedWarning(dropped: number, isNothingLeft: boolean): string | null {
  if (isNothingLeft) {
    return 'No texts from the model (none matched the report). The report uses its own wording.';
  }
  if (dropped === 0) return null;
  return `${dropped} of the model's texts did not match the report and ${dropped === 1 ? 'was' : 'were'} left out.`;
}

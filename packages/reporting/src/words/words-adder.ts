import type { SendingDeps } from '../due/sending-deps.ts';
import type { AddWords } from '../issue/freeze-report.ts';
import type { WordsSettings } from './words-settings.ts';

/** What puts a model's words into a report and tells on stderr what is wrong with them; undefined when words are off. */
export function wordsAdder(
  { fetch, sleep, stderr }: Pick<SendingDeps, 'fetch' | 'sleep' | 'stderr'>,
  settings: WordsSettings | null,
): AddWords | undefined {
  if (settings === null) return undefined;
  return async (report) => {
    const { askForWords } = await import('./ask-for-words.ts');
    const { words, warning } = await askForWords({ settings, report, fetch, sleep });
    if (warning !== null) {
      stderr.write(`Warning: ${report.project.id} ${report.week}: ${warning}\n`);
    }
    return { ...report, words };
  };
}

import type { Output } from '@clarity-keep/command-line';

/** An output that passes on whole lines; `end` passes on an unfinished one. */
export function lineOutput(onLine: (line: string) => void): Output & { end(): void } {
  let rest = '';
  const flush = (lines: readonly string[]): void => {
    for (const line of lines) if (line.trim() !== '') onLine(line.trimEnd());
  };
  return {
    write(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      flush(lines);
    },
    end() {
      flush([rest]);
      rest = '';
    },
  };
}

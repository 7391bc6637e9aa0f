import { expect, it, onTestFinished, vi } from 'vitest';
import { progressBar } from '../../src/terminal/progress-bar.ts';

function run(output: { isTTY?: boolean; columns?: number }): string {
  let text = '';
  const progress = progressBar({ ...output, write: (part) => (text += part) }, 'Exporting');
  progress.update(0, 4);
  progress.update(3, 4);
  progress.stop();
  return text;
}

it('draws on the terminal it is given, and on no other', () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => stderr.mockRestore());
  const text = run({ isTTY: true, columns: 80 });
  expect(text).toContain('Exporting');
  expect(text).toContain('\u001b[?25h');
  expect(stderr).not.toHaveBeenCalled();
});

it('says what is being done', () => {
  let text = '';
  const progress = progressBar({ isTTY: true, write: (part) => (text += part) }, 'Checking');
  progress.update(1, 2);
  progress.stop();
  expect(text).toContain('Checking');
});

it('is silent where there is no terminal', () => {
  expect(run({ isTTY: false })).toBe('');
});

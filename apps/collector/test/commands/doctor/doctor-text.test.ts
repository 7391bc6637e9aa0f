import { expect, it } from 'vitest';
import { doctorText } from '../../../src/commands/doctor/text.ts';
import type { CheckResult } from '../../../src/commands/doctor/verdict.ts';

function shown(...checks: CheckResult[]): string[] {
  const [list = ''] = doctorText(
    { checks, problems: 0, warnings: 0, callsSpent: 0 },
    { columns: 60, paint: (style, text) => `<${style}>${text}` },
  ).split('\n\n');
  return list.split('\n');
}

it('wraps messages beside the names, and keeps what is to be copied whole', () => {
  const path = `/srv/${'x'.repeat(70)}/.env`;
  expect(
    shown(
      { name: 'node', state: 'ok', message: 'Node 24.0.0.', remedy: null },
      {
        name: 'env-file-mode',
        state: 'warning',
        message: 'Others on this machine can read or change the file.',
        remedy: `chmod 600 ${path}`,
      },
    ),
  ).toEqual([
    '<green>✓  node           Node 24.0.0.',
    '<yellow>!  env-file-mode  Others on this machine can read or change',
    '                  the file.',
    '                  → chmod 600',
    `                  ${path}`,
  ]);
});

it('keeps the lines of a list, and does no harm', () => {
  const message = 'Two are wrong:\n  A: Expected\u001b[2J one.\n  B: Expected two.';
  const lines = shown({ name: 'settings', state: 'problem', message, remedy: null });
  expect(lines).toHaveLength(3);
  expect(lines.join('\n')).not.toContain('\u001b');
  expect(lines[0]).toBe('<red>✗  settings  Two are wrong:');
});

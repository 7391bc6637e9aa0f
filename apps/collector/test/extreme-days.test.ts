import { extremeCounts, extremeDays } from '@clarity-keep/testing';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aShop } from './support/a-shop.ts';

const day = fc.constantFrom(...extremeDays);
const count = fc.constantFrom(...extremeCounts.map(String), 'x');
const cart = 'https://shop.example/cart';

const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ['query', 'pages'],
        ['query', 'page', cart],
        ['query', 'devices'],
        ['query', 'referrers'],
        ['query', 'sources'],
        ['query', 'trend'],
        ['query', 'coverage'],
        ['export', 'facts'],
        ['export', 'sessions'],
      ),
      fc.array(
        fc.oneof(
          day.map((one) => `--from=${one}`),
          day.map((one) => `--to=${one}`),
          count.map((one) => `--days=${one}`),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([words, options]) => [...words, ...options]),
  day.map((one) => ['mute', cart, '--reason=x', `--until=${one}`]),
  count.map((one) => ['mute', cart, '--reason=x', `--weeks=${one}`]),
  day.map((one) => ['annotate', cart, 'moved', `--date=${one}`]),
  count.map((one) => ['urls', `--days=${one}`]),
  count.map((one) => ['plan', `--days=${one}`]),
  count.map((one) => ['status', `--max-age-hours=${one}`]),
  fc
    .constantFrom('7d', '9999y', '9999d', '27y', '')
    .map((age) => ['prune', `--raw-older-than=${age}`]),
  day.map((one) => ['import', 'nothing.json', `--at=${one}T05:00:00Z`]),
);

it('ends every command with an answer or a refusal, whatever days it is given', async () => {
  const { run } = await aShop([cart]);
  await fc.assert(
    fc.asyncProperty(line, async (argv) => {
      const { exitCode, stderr } = await run(...argv);
      expect([argv, exitCode === 0 || exitCode === 2, stderr.includes('This is a bug')]).toEqual([
        argv,
        true,
        false,
      ]);
    }),
    { numRuns: 120 },
  );
});

import { expect, it } from 'vitest';
import { messageIdOf } from '../../src/index.ts';

const from = { name: 'Clarity Keep', address: 'reports@shop.example' };
const id = (overrides: Partial<Parameters<typeof messageIdOf>[0]> = {}) =>
  messageIdOf({
    scope: 'wxb0r23ozh',
    week: '2026-W47',
    recipient: 'anna@shop.example',
    from,
    ...overrides,
  });

it('is the same for the same mail, however the recipient is written', () => {
  expect(id({ recipient: 'Anna@SHOP.example' })).toBe(id());
});

it('is another one for another project, week or recipient', () => {
  const ids = [
    id(),
    id({ scope: 'w6n8ir65ol' }),
    id({ week: '2026-W48' }),
    id({ recipient: 'ben@shop.example' }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

it('does not confuse where a project ends and a recipient begins', () => {
  expect(id({ scope: 'a', recipient: 'b","c@d.example' })).not.toBe(
    id({ scope: 'a","b', recipient: 'c@d.example' }),
  );
});

it('names the domain of the sender, and nobody', () => {
  expect(id()).toMatch(/^<2026-W47\.[\da-f]{32}@shop\.example>$/);
  expect(id({ from: { name: '', address: 'a+"b"@mail.example' } })).toMatch(/@mail\.example>$/);
});

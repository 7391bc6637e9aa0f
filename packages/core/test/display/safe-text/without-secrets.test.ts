import { expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/index.ts';

it('strikes out every secret, in any case and with any characters', () => {
  const text = 'login ann: p$w.(d then P$W.(D, not pxwx(d';
  expect(withoutSecrets(text, ['p$w.(d'], '…')).toBe('login ann: … then …, not pxwx(d');
});

it('takes the longer of two secrets that begin alike', () => {
  expect(withoutSecrets('secret-path', ['secret', 'secret-path'], '…')).toBe('…');
});

it('takes a short secret for one only where it is a word', () => {
  expect(withoutSecrets('abc is not a, nor bad', ['a', 'is'], '…')).toBe('abc … not …, nor bad');
});

it('puts the mark as it is', () => {
  expect(withoutSecrets('my token', ['token'], '$&')).toBe('my $&');
});

it('leaves the text alone when a secret is empty', () => {
  expect(withoutSecrets('text', [''], '…')).toBe('text');
});

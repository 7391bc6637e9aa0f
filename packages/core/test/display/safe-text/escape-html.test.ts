import { expect, it } from 'vitest';
import { escapeHtml } from '../../../src/index.ts';

it('leaves no character that could begin a tag, an entity or end an attribute', () => {
  expect(escapeHtml(`<b onclick="x('&amp;')">`)).toBe(
    '&lt;b onclick=&quot;x(&#39;&amp;amp;&#39;)&quot;&gt;',
  );
});

it('leaves all other text as it is, of any script', () => {
  expect(escapeHtml('Straße 😀 \u202e `=/')).toBe('Straße 😀 \u202e `=/');
  expect(escapeHtml('')).toBe('');
});

import { describe, expect, it } from 'vitest';
import { literal, mjml } from '../../src/mail/template/mjml.ts';

describe('mjml', () => {
  it('escapes what is inserted, in text and in attributes', () => {
    const hostile = `"><script>'&amp;`;
    expect(mjml`<a title="${hostile}">${hostile}</a>`.source).toBe(
      '<a title="&quot;&gt;&lt;script&gt;&#39;&amp;amp;">&quot;&gt;&lt;script&gt;&#39;&amp;amp;</a>',
    );
  });

  it('escapes inside lists, however deep', () => {
    expect(mjml`${[['<', [mjml`<br>`]], '&']}`.source).toBe('&lt;<br>&amp;');
  });

  it('leaves MJML as it is, whichever piece it came from', () => {
    const rows = ['a', 'b'].map((name) => mjml`<td>${name}</td>`);
    expect(mjml`<tr ${literal('class="x"')}>${rows}</tr>`.source).toBe(
      '<tr class="x"><td>a</td><td>b</td></tr>',
    );
  });

  it('takes numbers, and null for nothing', () => {
    expect(mjml`<td width="${12}%">${null}${[null, 0]}</td>`.source).toBe('<td width="12%">0</td>');
  });

  it('reads nothing that is inserted as a template', () => {
    expect(mjml`${'${1 + 1} <%= it %>'}`.source).toBe('${1 + 1} &lt;%= it %&gt;');
  });
});

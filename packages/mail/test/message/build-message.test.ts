import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { UNSUBSCRIBE_PLACEHOLDER, withUnsubscribeLink } from '../../src/message/unsubscribe.ts';
import { buildMessage } from '../../src/message/build-message.ts';

const png = Buffer.from('89504e470d0a1a0a', 'hex');
const mail = {
  subject: 'Rage clicks on /ü – Shop, week 47',
  html: `<p><img src="cid:trend@clarity-keep" alt="Chart"> <a href="${UNSUBSCRIBE_PLACEHOLDER}">Unsubscribe</a></p>`,
  text: `Unsubscribe: ${UNSUBSCRIBE_PLACEHOLDER}\n`,
  images: [{ cid: 'trend@clarity-keep', png }],
};
const addressed = {
  from: { name: 'Reports', address: 'reports@shop.example' },
  to: { name: '', address: 'anna@shop.example' },
  messageId: '<2026-W47.1@shop.example>',
  date: new Date('2026-11-23T08:00:00Z'),
};
const mailto = 'mailto:reports@shop.example?subject=unsubscribe';

async function headersOf(message: Buffer): Promise<Record<string, string>> {
  const { headerLines } = await simpleParser(message);
  return Object.fromEntries(
    headerLines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]),
  );
}

describe('buildMessage', () => {
  it('puts the charts beside the HTML, for which it shows them', async () => {
    const message = await buildMessage(mail, { ...addressed, unsubscribe: { mailto, url: null } });
    const parsed = await simpleParser(message, { keepCidLinks: true });
    expect(parsed.html).toContain('src="cid:trend@clarity-keep"');
    expect(parsed.attachments).toMatchObject([
      {
        cid: 'trend@clarity-keep',
        contentType: 'image/png',
        contentDisposition: 'inline',
        filename: 'trend.png',
        related: true,
        content: png,
      },
    ]);
    expect(String(message)).toMatch(/multipart\/alternative[\s\S]*multipart\/related/);
  });

  it('has one link to end the mails where a server is reached', async () => {
    const token = 'a1-_'.repeat(80);
    const url = `https://keep.example/unsubscribe?token=${token}&x='`;
    const message = await buildMessage(mail, { ...addressed, unsubscribe: { mailto, url } });
    const { html, text } = await simpleParser(message);
    expect(html).toContain(`href="https://keep.example/unsubscribe?token=${token}&#38;x=&#39;"`);
    expect(text).toContain(`Unsubscribe: ${url}`);
    expect(await headersOf(message)).toMatchObject({
      'list-unsubscribe': `<${url}>, <${mailto}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });

  it('ends them by mail where none is, and promises no click', async () => {
    const message = await buildMessage(mail, { ...addressed, unsubscribe: { mailto, url: null } });
    const headers = await headersOf(message);
    expect(headers['list-unsubscribe']).toBe(`<${mailto}>`);
    expect(headers).not.toHaveProperty('list-unsubscribe-post');
    expect((await simpleParser(message)).text).toContain(`Unsubscribe: ${mailto}`);
  });

  it('lets no address add a header', async () => {
    const unsubscribe = { mailto, url: 'https://keep.example/\r\nBcc: b@shop.example' };
    const message = await buildMessage(mail, { ...addressed, unsubscribe });
    const headers = await headersOf(message);
    expect(headers).not.toHaveProperty('bcc');
    expect(headers['list-unsubscribe']).toBe(
      `<https://keep.example/%0D%0ABcc:%20b@shop.example>, <${mailto}>`,
    );
  });
});

describe('withUnsubscribeLink', () => {
  it('takes the link as it is, whatever it holds', () => {
    const { text } = withUnsubscribeLink(mail, "https://keep.example/$&$'");
    expect(text).toBe("Unsubscribe: https://keep.example/$&$'\n");
  });
});

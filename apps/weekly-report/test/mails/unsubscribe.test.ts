import { subscriptionOfToken, unsubscribe } from '@clarity-keep/db';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { buildMessage, UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';
import { deliveries } from '../support/a-database.ts';
import type { ReceivedMail } from '../support/a-mail-server.ts';
import { twoRecipients } from '../support/two-recipients.ts';

const PROJECT = 'wxb0r23ozh';

function headers(received: ReceivedMail | undefined): Record<string, string> {
  const lines = received?.mail.headerLines ?? [];
  return Object.fromEntries(
    lines.map(({ key, line }) => [
      key,
      line
        .slice(line.indexOf(':') + 1)
        .replaceAll(/\r\n/g, '')
        .trim(),
    ]),
  );
}

describe('a mail', () => {
  it('has one click to end it when the server can be reached, and an address to write to', async () => {
    const { db, mails, run } = await twoRecipients();
    await run(['send'], { PUBLIC_URL: 'https://keep.shop.example/clarity/' });
    const found = mails.map((mail) => {
      const { 'list-unsubscribe': list = '', 'list-unsubscribe-post': post } = headers(mail);
      const [, url = '', mailto] = /^<(https:[^>]+)>, <(mailto:[^>]+)>$/.exec(list) ?? [];
      return { url, mailto, post };
    });
    expect(found).toEqual(
      [1, 2].map(() => ({
        url: expect.stringMatching(
          /^https:\/\/keep\.shop\.example\/clarity\/unsubscribe\/v1\.[\w-]{43}$/,
        ) as string,
        mailto: 'mailto:reports@shop.example?subject=unsubscribe',
        post: 'List-Unsubscribe=One-Click',
      })),
    );
    const tokens = found.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
    expect(tokens.map((token) => subscriptionOfToken(db, token))).toEqual([
      { scope: PROJECT, recipient: 'anna@shop.example' },
      { scope: PROJECT, recipient: 'ben@shop.example' },
    ]);
    expect(found.map(({ url }) => url).join()).not.toMatch(/anna|ben@|%40/i);
  });

  it('has an address to write to otherwise, and no promise of one click', async () => {
    const { db, mails, run } = await twoRecipients();
    await run(['send']);
    expect(headers(mails[0])).toMatchObject({
      'list-unsubscribe': '<mailto:reports@shop.example?subject=unsubscribe>',
    });
    expect(headers(mails[0])).not.toHaveProperty('list-unsubscribe-post');
    expect(db.sql.prepare('SELECT COUNT(*) FROM signing_keys').pluck().get()).toBe(0);
  });

  it('has the link of its recipient in place of what stands for one, and its images inside', async () => {
    const mail = {
      subject: 'Week 47',
      html: `<p><a href="${UNSUBSCRIBE_PLACEHOLDER}">stop</a> <img src="cid:trend" alt=""></p>`,
      text: `Stop: ${UNSUBSCRIBE_PLACEHOLDER} $& $1`,
      images: [{ cid: 'trend', png: Buffer.from('not really a PNG') }],
    };
    const built = await buildMessage(mail, {
      from: { name: '', address: 'reports@shop.example' },
      to: { name: '', address: 'anna@shop.example' },
      messageId: '<1@shop.example>',
      date: new Date('2026-11-23T08:00:00Z'),
      unsubscribe: { mailto: 'mailto:a@b.example', url: 'https://keep.example/?a=1&b=$&' },
    });
    const read = await simpleParser(built, { skipImageLinks: true });
    expect(read.text?.trim()).toBe('Stop: https://keep.example/?a=1&b=$& $& $1');
    expect(read.html).toContain('<a href="https://keep.example/?a=1&#38;b=$&#38;">');
    expect(read.attachments).toMatchObject([
      { cid: 'trend', contentType: 'image/png', contentDisposition: 'inline', related: true },
    ]);
    expect(String(read.attachments[0]?.content)).toBe('not really a PNG');
    expect(String(built)).not.toMatch(/unsubscribe\.invalid/);
  });

  it.each(['http://keep.shop.example', 'https://keep.shop.example/?a=1', 'keep.shop.example'])(
    'is not sent with links to %s',
    async (PUBLIC_URL) => {
      const { mails, run } = await twoRecipients();
      const { exitCode, stderr } = await run(['send'], { PUBLIC_URL });
      expect([exitCode, mails]).toEqual([2, []]);
      expect(stderr).toContain('PUBLIC_URL must be');
    },
  );
});

describe('who has unsubscribed', () => {
  const now = new Date('2026-11-22T10:00:00Z');

  it('is left out, and counted', async () => {
    const { db, mails, run } = await twoRecipients();
    unsubscribe(db, { scope: PROJECT, recipient: 'anna@shop.example', now });
    const sent = await run(['send']);
    expect(sent).toMatchObject({ exitCode: 0, stderr: '' });
    expect(sent.stdout).toContain(': 1 sent, 1 unsubscribed. ');
    expect(mails.map(({ to }) => to.join())).toEqual(['ben@shop.example']);
    expect(deliveries(db).map(({ recipient }) => recipient)).toEqual(['ben@shop.example']);
    const again = await run(['send', '--force', '--yes', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ reports: [{ sent: [2], unsubscribed: [1] }] });
  });

  it('still gets the reports of another project', async () => {
    const { db, mails, run } = await twoRecipients();
    unsubscribe(db, { scope: 'blog', recipient: 'anna@shop.example', now });
    await run(['send']);
    expect(mails).toHaveLength(2);
  });

  it('is left out after a failure, too', async () => {
    const { db, mails, run } = await twoRecipients();
    await run(['send'], { SMTP_URL: 'smtp://127.0.0.1:1' });
    unsubscribe(db, { scope: PROJECT, recipient: 'ben@shop.example', now });
    expect((await run(['send'])).stdout).toContain('1 sent, 1 unsubscribed.');
    expect(mails).toHaveLength(1);
  });
});

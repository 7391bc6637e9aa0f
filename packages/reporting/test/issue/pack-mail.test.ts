import { gzipSync } from 'node:zlib';
import { DIGEST_SCOPE, freezeReportIssue } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { packMail, unpackMail } from '../../src/issue/pack-mail.ts';
import { sentMail } from '../../src/issue/sent-mail.ts';
import { aDatabaseOf } from '../support/a-database.ts';
import { WEEK } from '../support/a-report.ts';

const mail = {
  subject: 'Rage clicks on /caf\u00E9 \u202E\u{1F600}',
  html: '<p>"cid:trend"</p>',
  text: '',
  images: [{ cid: 'trend', png: Buffer.from([0x89, 0x50, 0x00, 0xff]) }],
};

describe('a packed mail', () => {
  it('is unpacked as it was, pictures byte by byte', () => {
    expect(unpackMail(packMail(mail))).toEqual(mail);
    expect(unpackMail(packMail({ ...mail, images: [] })).images).toEqual([]);
  });

  it.each([
    ['not compressed', Buffer.from('{}'), 'incorrect header'],
    ['no JSON', gzipSync('Hi'), 'JSON'],
    ['without a subject', gzipSync('{"html":"","text":"","images":[]}'), 'subject'],
    [
      'with a picture that is no base64',
      gzipSync('{"subject":"","html":"","text":"","images":[{"cid":"a","png":"?"}]}'),
      'base64',
    ],
  ])('is refused when it is %s', (_what, packed, problem) => {
    expect(() => unpackMail(packed)).toThrow(problem);
  });
});

describe('the mail of an issue', () => {
  const now = new Date('2026-11-23T06:00:00Z');

  it('is the one that was stored, and of no other week or scope', async () => {
    const db = aDatabaseOf([{ id: 'shop' }, { id: 'blog' }]);
    const issue = { week: WEEK, model: '{}', now };
    await freezeReportIssue(db, { ...issue, scope: 'shop', mail: packMail(mail) });
    await freezeReportIssue(db, {
      ...issue,
      scope: 'blog',
      mail: packMail({ ...mail, subject: 'Blog' }),
    });
    expect((await sentMail(db, { scope: 'shop', week: WEEK })).mail).toEqual(mail);
    expect((await sentMail(db, { scope: 'blog', week: WEEK })).mail.subject).toBe('Blog');
  });

  it.each([
    ['shop', 'report of shop'],
    [DIGEST_SCOPE, 'digest'],
  ])('cannot be shown where only its data are stored: %s', async (scope, name) => {
    const db = aDatabaseOf([{ id: 'shop' }, { id: 'blog' }]);
    db.sql
      .prepare(
        `INSERT INTO report_issues (scope, week, model, created_at) VALUES (?, ?, '{}', '2026-11-23T06:00:00Z')`,
      )
      .run(scope, WEEK);
    await expect(sentMail(db, { scope, week: WEEK })).rejects.toMatchObject({
      exitKind: 'usage',
      message: expect.stringContaining(`The ${name} for ${WEEK}`) as string,
    });
  });
});

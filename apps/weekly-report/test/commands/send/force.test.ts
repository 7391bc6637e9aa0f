import type { Prompts } from '@clarity-keep/command-line';
import { CancelledError } from '@clarity-keep/command-line';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, deliveries, keepReport } from '../../support/a-database.ts';
import { aMailServer, anAnswer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

/** Anna has got hers, and Ben was refused for good. */
async function aSentWeek() {
  const cwd = aFolder();
  const db = aDatabase(cwd);
  await keepReport(db);
  const { url } = await aMailServer({
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('ben') ? anAnswer(550, 'no such user') : undefined),
  });
  const REPORT_FROM = 'reports@shop.example';
  const REPORT_TO = 'anna@shop.example, ben@shop.example';
  await runReport(['send'], { cwd, variables: { SMTP_URL: url, REPORT_FROM, REPORT_TO } });
  const open = await aMailServer();
  const variables = { SMTP_URL: open.url, REPORT_FROM, REPORT_TO };
  const send = (argv: string[], prompts: ReturnType<typeof saying> | null = null) =>
    runReport(['send', ...argv], { cwd, variables, prompts });
  return { cwd, db, variables, mails: open.mails, send };
}

/** Somebody who answers every question so; null leaves. */
function saying(answer: boolean | null): Pick<Prompts, 'confirm' | 'select'> & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    select: () => Promise.reject(new Error('Nobody expected a choice.')),
    async confirm({ message }) {
      asked.push(message);
      if (answer === null) throw new CancelledError('Ctrl-C');
      return answer;
    },
  };
}

describe('send --force', () => {
  it('sends again to everybody, under the same message ids', async () => {
    const { db, mails, send } = await aSentWeek();
    expect((await send([])).stdout).toContain('1 already sent, 1 failed for good.');
    const run = await send(['--force', '--yes']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('2 sent.');
    expect(mails.map(({ to }) => to.join())).toEqual(['anna@shop.example', 'ben@shop.example']);
    expect(mails.map(({ mail }) => mail.messageId)).toEqual(
      db.sql.prepare('SELECT message_id FROM report_deliveries ORDER BY id').pluck().all(),
    );
    expect((await send([])).stdout).toContain('2 already sent.');
    expect(mails).toHaveLength(2);
  });

  it('asks at a terminal, and sends after a yes', async () => {
    const { mails, send } = await aSentWeek();
    const prompts = saying(true);
    expect((await send(['--force'], prompts)).exitCode).toBe(0);
    expect(prompts.asked).toEqual([
      'Send wxb0r23ozh 2026-W47 to all 2 recipients, even those who have it?',
    ]);
    expect(mails).toHaveLength(2);
  });

  it.each([
    ['no', saying(false), 'Cancelled: nothing was sent.'],
    ['Ctrl-C', saying(null), 'Cancelled: nothing was sent.'],
    ['nobody there', null, "This is not a terminal, so you can't confirm: add --yes."],
  ])('sends nothing after %s', async (_answer, prompts, message) => {
    const { db, mails, send } = await aSentWeek();
    const run = await send(['--force'], prompts);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'failed']);
    expect(mails).toEqual([]);
  });

  it('that comes to nothing is taken up by the next run, once', async () => {
    const { cwd, variables, mails, send } = await aSentWeek();
    const nowhere = { ...variables, SMTP_URL: 'smtp://127.0.0.1:1' };
    const forced = await runReport(['send', '--force', '--yes'], { cwd, variables: nowhere });
    expect(forced.exitCode).toBe(5);
    expect((await send([])).stdout).toContain('2 sent.');
    expect((await send([])).stdout).toContain('2 already sent.');
    expect(mails).toHaveLength(2);
  });

  it('leaves alone what another run is sending just now', async () => {
    const { db, mails, send } = await aSentWeek();
    db.sql.exec(
      `UPDATE report_deliveries SET state = 'sending', claimed_at = '2026-11-23T07:50:00.000+00:00' WHERE recipient LIKE 'anna%'`,
    );
    const run = await send(['--force', '--yes']);
    expect(run.stdout).toContain('1 sent, 1 unfinished.');
    expect(mails.map(({ to }) => to.join())).toEqual(['ben@shop.example']);
  });
});

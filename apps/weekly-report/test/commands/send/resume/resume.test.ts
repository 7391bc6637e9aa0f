import type { Prompts } from '@clarity-keep/command-line';
import { CancelledError } from '@clarity-keep/command-line';
import type { Database } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, deliveries, keepReport } from '../../../support/a-database.ts';
import { aMailServer } from '../../../support/a-mail-server.ts';
import { runReport } from '../../../support/a-report-run.ts';

const REPORT_TO = 'anna@shop.example, ben@shop.example, cora@shop.example';

/** Anna has got hers; the process died over Ben's, and over Cora's the connection broke. */
async function aCrash() {
  const cwd = aFolder();
  const db = aDatabase(cwd);
  await keepReport(db);
  const { url, mails } = await aMailServer();
  const variables = { SMTP_URL: url, REPORT_FROM: 'reports@shop.example', REPORT_TO };
  await runReport(['send'], { cwd, variables });
  mails.length = 0;
  claim(db, 'ben');
  claim(db, 'cora', 'Timeout');
  const resume = (argv: string[], prompts: ReturnType<typeof choosing> | null = null) =>
    runReport(['send', ...argv], { cwd, variables, prompts });
  return { cwd, db, variables, mails, resume };
}

function claim(db: Database, who: string, error: string | null = null): void {
  db.sql
    .prepare(
      `UPDATE report_deliveries SET state = 'sending', sent_at = NULL, last_error = ?,
         claimed_at = '2026-11-23T07:30:05.000+00:00' WHERE recipient LIKE ?`,
    )
    .run(error, `${who}%`);
}

/** Somebody who chooses these in turn, and then leaves. */
function choosing(
  ...answers: string[]
): Pick<Prompts, 'confirm' | 'select'> & { offered: string[] } {
  const offered: string[] = [];
  return {
    offered,
    confirm: () => Promise.reject(new Error('Nobody expected a yes or no.')),
    async select({ choices }) {
      offered.push(choices.map(({ value }) => value).join(' '));
      const answer = answers.shift();
      const chosen = choices.find(({ value }) => value === answer);
      if (chosen === undefined) throw new CancelledError('Ctrl-C');
      return chosen.value;
    },
  };
}

describe('send --resume', () => {
  it('shows what is known of each, and does what is chosen', async () => {
    const { db, mails, resume } = await aCrash();
    const prompts = choosing('send', 'sent');
    const run = await resume(['--resume'], prompts);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const shown = run.stdout.replaceAll(/<2026-W47\.[0-9a-f]{32}@shop\.example>/g, '<id>');
    expect(shown.split('\n')).toEqual([
      'wxb0r23ozh 2026-W47, recipient 2 of 3',
      '  a run began to send it at 2026-11-23 07:30 UTC, attempt 1',
      '  the run ended before it recorded whether the mail was sent',
      "  the mail server's log may know it as <id>",
      'wxb0r23ozh 2026-W47, recipient 3 of 3',
      '  a run began to send it at 2026-11-23 07:30 UTC, attempt 1',
      '  the run could not tell whether the mail was sent: Timeout',
      "  the mail server's log may know it as <id>",
      expect.stringMatching(/^wxb0r23ozh 2026-W47: 1 sent\. /),
      '',
    ]);
    expect(prompts.offered).toEqual(['leave sent send', 'leave sent send']);
    expect(mails.map(({ to }) => to.join())).toEqual(['ben@shop.example']);
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('keeps the message id, so that a mail program shows a double once', async () => {
    const { db, mails, resume } = await aCrash();
    await resume(['--resume=send']);
    const ids = db.sql
      .prepare(`SELECT message_id FROM report_deliveries WHERE recipient NOT LIKE 'anna%'`)
      .pluck()
      .all();
    expect(mails.map(({ mail }) => mail.messageId)).toEqual(ids);
  });

  it.each([
    ['send', 0, ['sent', 'sent', 'sent'], 2],
    ['sent', 0, ['sent', 'sent', 'sent'], 0],
    ['leave', 5, ['sent', 'sending', 'sending'], 0],
  ])('=%s needs nobody to be asked', async (choice, exitCode, states, sent) => {
    const { db, mails, resume } = await aCrash();
    const run = await resume([`--resume=${choice}`]);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toContain('recipient 2 of 3');
    expect(run.stdout + run.stderr).not.toMatch(/\b(anna|ben|cora)\b/i);
    expect(deliveries(db).map(({ state }) => state)).toEqual(states);
    expect(mails).toHaveLength(sent);
  });

  it('says how to decide where nobody can be asked, and changes nothing', async () => {
    const { db, mails, resume } = await aCrash();
    const run = await resume(['--resume']);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('recipient 3 of 3');
    expect(run.stderr).toContain(
      '--resume=send sends them again, --resume=sent marks them as sent',
    );
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'sending', 'sending']);
    expect(mails).toEqual([]);
  });

  it('changes nothing when it is left before the last question', async () => {
    const { db, mails, resume } = await aCrash();
    const run = await resume(['--resume'], choosing('send'));
    expect(run).toMatchObject({ exitCode: 2, stderr: 'Cancelled: nothing was changed.\n' });
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'sending', 'sending']);
    expect(mails).toEqual([]);
  });

  it('gives machines what it found and what was decided', async () => {
    const { resume } = await aCrash();
    const undecided = await resume(['--resume', '--json']);
    expect(JSON.parse(undecided.stdout)).toMatchObject({
      deliveries: [
        { recipient: 2, decision: null },
        { recipient: 3, decision: null },
      ],
      reports: [],
    });
    const decided = await resume(['--resume=send', '--json']);
    expect(JSON.parse(decided.stdout)).toMatchObject({
      deliveries: [
        {
          scope: 'wxb0r23ozh',
          week: '2026-W47',
          recipient: 2,
          recipients: 3,
          claimedAt: '2026-11-23T07:30:05.000Z',
          attempts: 1,
          error: null,
          decision: 'send',
        },
        { recipient: 3, error: 'Timeout', decision: 'send' },
      ],
      reports: [{ scope: 'wxb0r23ozh', sent: [2, 3], alreadySent: [] }],
    });
  });

  it('leaves alone what another run may still be sending, and says when it can be told', async () => {
    const { db, resume } = await aCrash();
    db.sql.exec(
      `UPDATE report_deliveries SET claimed_at = '2026-11-23T07:50:00.000+00:00' WHERE state = 'sending'`,
    );
    const run = await resume(['--resume=send']);
    expect(run).toEqual({
      exitCode: 0,
      stdout: '',
      stderr:
        '2 mails are being sent, or the run that was sending them has just stopped. Run this again in 15 minutes to find out.\n',
    });
  });

  it('sends nothing to who is not listed any more', async () => {
    const { cwd, variables, mails } = await aCrash();
    const prompts = choosing('sent', 'leave');
    const shorter = { ...variables, REPORT_TO: 'anna@shop.example, cora@shop.example' };
    const run = await runReport(['send', '--resume'], { cwd, variables: shorter, prompts });
    expect(run.stdout).toContain('2026-W47, a recipient who is no longer listed');
    expect(prompts.offered).toEqual(['leave sent', 'leave sent send']);
    const all = await runReport(['send', '--resume=send'], { cwd, variables: shorter });
    expect(all.exitCode).toBe(0);
    expect(mails.map(({ to }) => to.join())).toEqual(['cora@shop.example']);
  });

  it('finds what an older week has left', async () => {
    const { cwd, variables, mails } = await aCrash();
    const weekLater = { cwd, variables, now: '2026-11-30T13:00:00Z' };
    const run = await runReport(['send', '--resume=send'], weekLater);
    expect(run.stdout).toContain('wxb0r23ozh 2026-W47, recipient 2 of 3');
    expect(mails.map(({ mail }) => mail.subject)).toEqual([
      expect.stringContaining('week 47'),
      expect.stringContaining('week 47'),
    ]);
    const other = await runReport(['send', '--resume=send', '--week', '2026-W48'], weekLater);
    expect(other.stderr).toContain('No mail is unfinished');
  });

  it.each([
    [['--resume=maybe'], '--resume takes leave, sent, send or nothing, not "maybe".'],
    [['--resume', '--force'], 'Use either --resume or --force, not both.'],
    [['--yes'], '--yes confirms --force'],
  ])('refuses %j', async (argv, problem) => {
    const { resume } = await aCrash();
    const run = await resume(argv);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(problem);
  });
});

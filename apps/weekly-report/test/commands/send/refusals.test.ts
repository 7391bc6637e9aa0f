// @module-tag slow
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, deliveries, keepReport } from '../../support/a-database.ts';
import { aMailServer, anAnswer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const variables = (url: string) => ({
  SMTP_URL: url,
  REPORT_FROM: 'reports@shop.example',
  REPORT_TO: 'anna@shop.example, ben@shop.example, cora@shop.example',
});

/** A server that answers what it is asked for these recipients, by the beginning of the address. */
function refusing(answers: Record<string, Error>): SMTPServerOptions {
  return {
    onRcptTo: ({ address }, _session, done) => done(answers[address.split('@', 1)[0] ?? '']),
  };
}

describe('three recipients, one refused for good and one for now', () => {
  const answers: Record<string, Error> = {};

  it('get theirs as far as the server takes it, and only the one for now is tried again', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    await keepReport(db);
    Object.assign(answers, { anna: anAnswer(550, 'no anna'), ben: anAnswer(451, 'later, ben') });
    const { url, mails } = await aMailServer(refusing(answers));
    const send = () => runReport(['send'], { cwd, variables: variables(url) });

    const first = await send();
    expect(first.exitCode).toBe(5);
    expect(first.stdout).toMatch(/^wxb0r23ozh 2026-W47: 1 sent, 2 failed\./);
    expect(first.stderr).toMatch(
      /recipient 1 of 3: the mail server rejected the mail for good: 127\.0\.0\.1:\d+ replied to RCPT TO with "550 no …"\. It will not be retried\./,
    );
    expect(first.stderr).toContain(
      'recipient 2 of 3: the mail server did not accept the mail for now',
    );
    expect(first.stderr).toContain('451 later, …". The next run tries again.');

    delete answers['anna'];
    delete answers['ben'];
    const second = await send();
    expect(second.exitCode).toBe(5);
    expect(second.stdout).toContain('1 sent, 1 already sent, 1 failed for good.');
    expect(second.stderr).toMatch(
      /recipient 1 of 3: the mail failed for good: .*550 no …"\. It will not be retried/,
    );
    expect(mails.map(({ to }) => to.join())).toEqual(['cora@shop.example', 'ben@shop.example']);
    expect(deliveries(db)).toMatchObject([
      { state: 'failed', attempts: 1 },
      { state: 'sent', attempts: 2 },
      { state: 'sent', attempts: 1 },
    ]);
    expect(first.stderr + second.stderr).not.toMatch(/@|\banna\b|\bben\b/i);
  });
});

describe('a recipient who is refused for now, again and again', () => {
  it('is given up after five attempts', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    await keepReport(db);
    const { url } = await aMailServer(refusing({ ben: anAnswer(452, 'full') }));
    const runs = [];
    for (let run = 0; run < 6; run += 1) {
      runs.push(await runReport(['send', '--json'], { cwd, variables: variables(url) }));
    }
    const results = runs.map(({ stdout }) => JSON.parse(stdout).reports[0]);
    expect(results.slice(0, 4)).toMatchObject(
      Array.from({ length: 4 }, () => ({ failed: [{ type: 'deferred', isFinal: false }] })),
    );
    expect(results[4]).toMatchObject({ failed: [{ recipient: 2, isFinal: true }], givenUp: [] });
    expect(runs[4]?.stderr).toContain('did not accept the mail, and this was the last attempt');
    expect(results[5]).toMatchObject({ failed: [], givenUp: [{ recipient: 2 }] });
    expect(deliveries(db)[1]).toMatchObject({ state: 'failed', attempts: 5 });
  });
});

describe('what says nothing of a recipient', () => {
  it.each<[string, SMTPServerOptions]>([
    [
      'a greeting that sends away',
      { onConnect: (_session, done) => done(anAnswer(554, 'closed')) },
    ],
    [
      'a sender that is refused',
      { onMailFrom: (_address, _session, done) => done(anAnswer(550, 'not you')) },
    ],
  ])('is no attempt, however often: %s', async (_what, options) => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    await keepReport(db);
    const { url } = await aMailServer(options);
    for (let run = 0; run < 6; run += 1) {
      const { exitCode, stderr } = await runReport(['send'], { cwd, variables: variables(url) });
      expect(exitCode).toBe(5);
      expect(stderr).toContain('the mail server cannot be used');
    }
    expect(deliveries(db).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
    const open = await aMailServer();
    await runReport(['send'], { cwd, variables: variables(open.url) });
    expect(open.mails).toHaveLength(3);
  });
});

describe('a mail that is refused when the server has read it', () => {
  it.each([
    [552, 'refused', true],
    [451, 'deferred', false],
  ])('with %i is %s', async (code, type, isFinal) => {
    const cwd = aFolder();
    await keepReport(aDatabase(cwd));
    const { url } = await aMailServer({
      onData(stream, _session, done) {
        stream.on('data', () => undefined).on('end', () => done(anAnswer(code, 'no')));
      },
    });
    const { stdout } = await runReport(['send', '--json'], { cwd, variables: variables(url) });
    expect(JSON.parse(stdout).reports[0].failed).toMatchObject(
      [1, 2, 3].map((recipient) => ({ recipient, type, isFinal })),
    );
  });
});

describe('send, of several projects', () => {
  it('sends the others when the report of one cannot be made', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd, { projects: ['broken', 'wxb0r23ozh'] });
    db.sql.exec(
      `INSERT INTO mutes (project_id, page, reason, until_day, created_at)
        SELECT DISTINCT f.project_id, s.page, 'x', 'z', '2026-11-01T00:00:00.000Z'
        FROM day_facts f JOIN segments s ON s.id = f.segment_id
        WHERE f.breakdown = 'page' AND f.project_id = 'broken'`,
    );
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], { cwd, variables: variables(url) });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('broken 2026-W47: This is a bug in Clarity Keep');
    expect(run.stdout).toContain('wxb0r23ozh 2026-W47: 3 sent.');
    expect(mails).toHaveLength(3);
  });
});

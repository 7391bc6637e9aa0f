// @module-tag slow
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Database } from '@clarity-keep/db';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, deliveries, keepReport } from '../../support/a-database.ts';
import type { ReceivedMail } from '../../support/a-mail-server.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { WEEK } from '@clarity-keep/reporting/testing';
import { aReportProcess, kill, stopAt } from '../../support/a-report-process.ts';
import type { ReportRun } from '../../support/a-report-run.ts';
import { runReport } from '../../support/a-report-run.ts';

const [anna, ben, cora] = ['anna@shop.example', 'ben@shop.example', 'cora@shop.example'];
const everybody = [anna, ben, cora];
const SEND = ['send', '--week', WEEK];

/** When a claim of a killed process counts as abandoned. */
const later = () => new Date(Date.now() + 20 * 60_000).toISOString();

describe('a process that is killed at the database', () => {
  it('before it has kept the report leaves nothing behind', async () => {
    const { cwd, db, variables, mails } = await aScene({ isKept: false });
    const stop = stopAt(db, 'AFTER INSERT ON report_issues');
    const child = aReportProcess(SEND, { cwd, variables });
    await stop.reached;
    await kill(child);
    expect(stateOf(db)).toEqual({ issues: 0, states: [] });
    stop.clear();
    const next = await runReport(SEND, { cwd, variables, now: later() });
    expect(next).toMatchObject({ exitCode: 0, stderr: '' });
    expect(addressees(mails)).toEqual(everybody);
  });

  it.each([
    [
      'between keeping the report and scheduling it',
      'BEFORE INSERT ON report_deliveries',
      { issues: 1, states: [] },
    ],
    [
      'in the middle of scheduling',
      `AFTER INSERT ON report_deliveries WHEN NEW.recipient = '${ben}'`,
      { issues: 1, states: [] },
    ],
    [
      'between scheduling and the first claim',
      `BEFORE UPDATE ON report_deliveries WHEN NEW.state = 'sending'`,
      { issues: 1, states: ['scheduled', 'scheduled', 'scheduled'] },
    ],
    [
      'between two recipients',
      `BEFORE UPDATE ON report_deliveries WHEN NEW.state = 'sending' AND NEW.recipient = '${ben}'`,
      { issues: 1, states: ['sent', 'scheduled', 'scheduled'] },
    ],
  ])('%s has everybody get theirs from the next one, once', async (_place, event, left) => {
    const { cwd, db, variables, mails } = await aScene();
    const stop = stopAt(db, event);
    const child = aReportProcess(SEND, { cwd, variables });
    await stop.reached;
    await kill(child);
    expect(stateOf(db)).toEqual(left);
    stop.clear();
    const next = await runReport(SEND, { cwd, variables, now: later() });
    expect(next).toMatchObject({ exitCode: 0, stderr: '' });
    expect(addressees(mails)).toEqual(everybody);
    expect((await runReport(SEND, { cwd, variables, now: later() })).stdout).toContain(
      '3 already sent.',
    );
    expect(mails).toHaveLength(3);
  });

  it('after the server took a mail and before that is recorded sends it to nobody twice', async () => {
    const { cwd, db, variables, mails } = await aScene();
    const stop = stopAt(
      db,
      `BEFORE UPDATE ON report_deliveries WHEN NEW.state = 'sent' AND NEW.recipient = '${ben}'`,
    );
    const child = aReportProcess(SEND, { cwd, variables });
    await stop.reached;
    await kill(child);
    stop.clear();
    expect(stateOf(db).states).toEqual(['sent', 'sending', 'scheduled']);
    expect(addressees(mails)).toEqual([anna, ben]);
    const next = await runReport(SEND, { cwd, variables, now: later() });
    expectBenIsTold(next);
    expect(addressees(mails)).toEqual(everybody);
    const resumed = await runReport(['send', '--resume=sent'], { cwd, variables, now: later() });
    expect(resumed.exitCode).toBe(0);
    const last = await runReport(SEND, { cwd, variables, now: later() });
    expect(last).toMatchObject({ exitCode: 0, stderr: '' });
    expect(addressees(mails)).toEqual(everybody);
  });
});

describe('a process that is killed at the mail server', () => {
  /** Places of the conversation about Ben's mail, at which the server stops answering. */
  const places: [string, (reached: () => void) => SMTPServerOptions][] = [
    [
      'when it connects',
      (reached) => {
        let connections = 0;
        return {
          onConnect(_session, done) {
            connections += 1;
            if (connections === 2) reached();
            else done();
          },
        };
      },
    ],
    [
      'when it says who the mail is for',
      (reached) => ({
        onRcptTo: ({ address }, _session, done) => (address === ben ? reached() : done()),
      }),
    ],
    [
      'over the mail itself',
      (reached) => ({
        onData(stream, session, done) {
          const isBens = session.envelope.rcptTo.some(({ address }) => address === ben);
          if (isBens) stream.once('data', reached);
          else stream.on('data', () => undefined).on('end', () => done());
        },
      }),
    ],
  ];

  it.each(places)('%s leaves that one mail to be decided about', async (_place, optionsOf) => {
    const place = Promise.withResolvers<void>();
    const { cwd, db, variables } = await aScene({ server: optionsOf(place.resolve) });
    const child = aReportProcess(SEND, { cwd, variables });
    await place.promise;
    await kill(child);
    expect(stateOf(db).states).toEqual(['sent', 'sending', 'scheduled']);

    const { url, mails } = await aMailServer();
    const after = { ...variables, SMTP_URL: url };
    const next = await runReport(SEND, { cwd, variables: after, now: later() });
    expectBenIsTold(next);
    expect(addressees(mails)).toEqual([cora]);
    const resumed = await runReport(['send', '--resume=send'], {
      cwd,
      variables: after,
      now: later(),
    });
    expect(resumed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(addressees(mails)).toEqual([ben, cora]);
    const last = await runReport(SEND, { cwd, variables: after, now: later() });
    expect(last.stdout).toContain('3 already sent.');
    expect(mails).toHaveLength(2);
  });

  it('does not keep another process, that runs at the same time, from the others', async () => {
    const place = Promise.withResolvers<void>();
    const kept: string[] = [];
    const server: SMTPServerOptions = {
      onRcptTo: ({ address }, _session, done) => {
        if (address === ben) place.resolve();
        else done();
      },
      onData(stream, session, done) {
        kept.push(...session.envelope.rcptTo.map(({ address }) => address));
        stream.on('data', () => undefined).on('end', () => done());
      },
    };
    const { cwd, db, variables } = await aScene({ server });
    const child = aReportProcess(SEND, { cwd, variables });
    await place.promise;
    const other = aReportProcess(SEND, { cwd, variables });
    const output = printed(other);
    const [exitCode] = await once(other, 'close');
    expect({ exitCode, output: output() }).toEqual({
      exitCode: 0,
      output: expect.stringContaining('1 sent, 1 already sent, 1 unfinished.') as string,
    });
    await kill(child);
    expect(stateOf(db).states).toEqual(['sent', 'sending', 'sent']);
    expect(kept).toEqual([anna, cora]);
  });
});

/** Three recipients, a week to report on, which is kept as a rule, and a mail server. */
async function aScene({
  isKept = true,
  server = {},
}: { isKept?: boolean; server?: SMTPServerOptions } = {}) {
  const cwd = aFolder();
  const db = aDatabase(cwd);
  if (isKept) await keepReport(db);
  const { url, mails } = await aMailServer(server);
  const variables = {
    SMTP_URL: url,
    REPORT_FROM: 'reports@shop.example',
    REPORT_TO: everybody.join(', '),
  };
  return { cwd, db, variables, mails };
}

/** Ben's mail may have arrived: it is told and not sent, and who it is for is not said. */
function expectBenIsTold(run: ReportRun): void {
  expect(run.exitCode).toBe(5);
  expect(run.stderr).toContain('recipient 2 of 3: another run is sending the mail, or stopped');
  expect(run.stdout + run.stderr).not.toMatch(/@|\bben\b/i);
}

function addressees(mails: readonly ReceivedMail[]): string[] {
  return mails.map(({ to }) => to.join()).toSorted();
}

function stateOf(db: Database): { issues: unknown; states: unknown[] } {
  return {
    issues: db.sql.prepare('SELECT COUNT(*) FROM report_issues').pluck().get(),
    states: deliveries(db).map(({ state }) => state),
  };
}

function printed({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
  return () => text;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { claimAlert, raiseAlert, saveProject } from '@clarity-keep/db';
import type { CollectionFacts } from '@clarity-keep/notify';
import type { Listener } from '@clarity-keep/testing';
import { aClosedHost, aListener } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { notifyOfCollection } from '../../src/index.ts';
import { aDatabase, aFolder, rows } from '../support/a-database.ts';

const id = 'wxb0r23ozh';
const secretPath = '/services/T0/B0/secret';

function token(fingerprint: string, expiresAt: string | null = null): CollectionFacts['token'] {
  return { fingerprint, expiresAt: expiresAt === null ? null : new Date(expiresAt) };
}

/** A project, a webhook, and collections that end with certain facts. */
async function aNotifiedProject(folder = aFolder()) {
  const db = aDatabase(folder);
  const clock = { now: new Date('2026-11-20T05:00:00Z') };
  saveProject(db, { id, name: 'Example Shop', timeZone: 'UTC' }, clock.now);
  const webhook = await aListener();
  return {
    db,
    clock,
    webhook,
    folder,
    notify: (facts: Partial<CollectionFacts>, webhookUrl?: string) =>
      notifyOfCollection(
        {
          db,
          fetch: (url, init) => fetch(url, init),
          now: () => clock.now,
          webhookUrl: webhookUrl ?? webhook.url + secretPath,
        },
        {
          project: { id, name: 'Example Shop' },
          token: token('abc'),
          error: null,
          answered: 3,
          isQuotaUsedElsewhere: false,
          unrecognised: [],
          unreadable: [],
          daysAtRisk: [],
          ...facts,
        },
      ),
  };
}

function texts({ heard }: Listener): string[] {
  return heard.map(({ body }) => (JSON.parse(body) as { text: string }).text);
}

const refused = { error: 'token-refused', answered: 0 };
const limited = { error: 'quota-spent', answered: 0, isQuotaUsedElsewhere: true };

describe('after a collection', () => {
  it('nobody is told anything when all went well', async () => {
    const { notify, webhook } = await aNotifiedProject();
    expect(await notify({})).toEqual([]);
    expect(webhook.heard).toEqual([]);
  });

  it('people are told all that is wrong, a message each', async () => {
    const { notify, webhook } = await aNotifiedProject();
    await notify({
      ...limited,
      token: token('abc', '2026-11-30T00:00:00Z'),
      unrecognised: ['Traffic: b', 'a'],
      daysAtRisk: ['2026-11-18'],
    });
    expect(webhook.heard.map(({ path }) => path)).toEqual(Array(4).fill(secretPath));
    expect(texts(webhook)).toEqual([
      expect.stringContaining('2026-11-18 is not complete yet'),
      expect.stringContaining('does not know: `Traffic: b` and `a`.'),
      expect.stringContaining('another program uses them'),
      expect.stringContaining('expires on 2026-11-30 (UTC)'),
    ]);
  });

  it('they are told once, however often it runs', async () => {
    const { notify, webhook, clock } = await aNotifiedProject();
    await notify(refused);
    clock.now = new Date('2026-11-21T05:00:00Z');
    await notify(refused);
    expect(texts(webhook)).toEqual([expect.stringContaining('Clarity refuses the API token')]);
  });

  it('they are told again of another token, another day and other names', async () => {
    const { notify, webhook, clock } = await aNotifiedProject();
    await notify({
      ...refused,
      isQuotaUsedElsewhere: false,
      daysAtRisk: ['2026-11-18'],
      unrecognised: ['a'],
    });
    clock.now = new Date('2026-11-21T05:00:00Z');
    await notify({
      ...refused,
      token: token('def'),
      daysAtRisk: ['2026-11-19'],
      unrecognised: ['a', 'b'],
    });
    expect(webhook.heard).toHaveLength(6);
  });

  it('they are told again when what had ended comes back', async () => {
    const { notify, webhook } = await aNotifiedProject();
    await notify(refused);
    await notify({ answered: 3 });
    await notify(refused);
    expect(webhook.heard).toHaveLength(2);
  });

  it('they are not told again when nobody knows whether it had ended', async () => {
    const { notify, webhook } = await aNotifiedProject();
    await notify(refused);
    await notify({ error: 'unreachable', answered: 0 });
    await notify({ answered: 0 });
    await notify(refused);
    expect(webhook.heard).toHaveLength(1);
  });

  it('they are told of a quota that others spend once a UTC day', async () => {
    const { notify, webhook, clock } = await aNotifiedProject();
    for (const at of ['2026-11-20T05:00:00Z', '2026-11-20T23:00:00Z', '2026-11-21T00:00:00Z']) {
      clock.now = new Date(at);
      await notify(limited);
    }
    expect(texts(webhook)).toEqual(Array(2).fill(expect.stringContaining('another program')));
  });

  it('each project has its own alerts', async () => {
    const { notify, webhook, db, clock } = await aNotifiedProject();
    saveProject(db, { id: 'other', name: 'Other', timeZone: 'UTC' }, clock.now);
    await notify(refused);
    await notify({ ...refused, project: { id: 'other', name: 'Other' } });
    await notify({ answered: 3, project: { id: 'other', name: 'Other' } });
    await notify(refused);
    expect(webhook.heard).toHaveLength(2);
  });

  it('without a webhook nothing is noted, and people are told once there is one', async () => {
    const { db, clock, webhook, notify } = await aNotifiedProject();
    const facts = {
      project: { id, name: id },
      token: token('abc'),
      unrecognised: [],
      unreadable: [],
    };
    await notifyOfCollection(
      { db, fetch: (url, init) => fetch(url, init), now: () => clock.now, webhookUrl: undefined },
      { ...facts, ...refused, isQuotaUsedElsewhere: false, daysAtRisk: [] },
    );
    expect(rows(db, 'SELECT * FROM alerts')).toEqual([]);
    await notify(refused);
    expect(webhook.heard).toHaveLength(1);
  });
});

describe('a webhook that fails', () => {
  it.each([500, 404, 302])(
    'with %i is a warning without its path, and tried again',
    async (status) => {
      const { notify, webhook } = await aNotifiedProject();
      webhook.status = status;
      const warnings = await notify({
        ...refused,
        isQuotaUsedElsewhere: false,
        daysAtRisk: ['2026-11-18'],
      });
      expect(warnings).toEqual([
        expect.stringMatching(
          `^An alert did not reach 127\\.0\\.0\\.1:\\d+ \\(HTTP ${status}\\); the next run tries again\\. It says: Clarity Keep, Example Shop `,
        ),
      ]);
      expect(warnings.join()).not.toContain('secret');
      expect(webhook.heard).toHaveLength(1);
      webhook.status = 200;
      webhook.heard.length = 0;
      expect(
        await notify({ ...refused, isQuotaUsedElsewhere: false, daysAtRisk: ['2026-11-18'] }),
      ).toEqual([]);
      expect(webhook.heard).toHaveLength(2);
    },
  );

  it('is a warning when nobody listens', async () => {
    const { notify, webhook } = await aNotifiedProject();
    const host = await aClosedHost();
    const [warning] = await notify(refused, `http://${host}${secretPath}`);
    expect(warning).toContain(`An alert did not reach ${host} (ECONNREFUSED)`);
    expect(warning).not.toContain('secret');
    await notify(refused);
    expect(webhook.heard).toHaveLength(1);
  });

  it('hears of what happened once it is back, but not of what has ended', async () => {
    const { notify, webhook, clock } = await aNotifiedProject();
    webhook.status = 503;
    await notify({ ...limited, unrecognised: ['b', 'a'], daysAtRisk: ['2026-11-18'] });
    webhook.status = 200;
    webhook.heard.length = 0;
    clock.now = new Date('2026-11-21T05:00:00Z');
    await notify({});
    expect(texts(webhook)).toEqual([
      expect.stringContaining('does not know: `a` and `b`.'),
      expect.stringContaining('another program uses them'),
    ]);
  });

  it('is not flooded with old news once it is back', async () => {
    const { notify, webhook, clock } = await aNotifiedProject();
    webhook.status = 503;
    await notify(limited);
    webhook.status = 200;
    webhook.heard.length = 0;
    clock.now = new Date('2026-11-24T05:00:00Z');
    await notify({});
    expect(webhook.heard).toEqual([]);
  });
});

describe('several processes', () => {
  it('tell an alert once', async () => {
    const { folder, webhook } = await aNotifiedProject();
    const script = join(import.meta.dirname, '../support/notify-once.ts');
    const runs = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [script, folder, webhook.url], { stdio: 'pipe' });
      let stderr = '';
      child.stderr.on('data', (chunk) => (stderr += String(chunk)));
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, stderr };
    });
    expect(await Promise.all(runs)).toEqual(runs.map(() => ({ code: 0, stderr: '\n' })));
    expect(webhook.heard).toHaveLength(1);
  });

  it('leave an alert to whoever has claimed it, unless that one died', async () => {
    const { db, notify, webhook, clock } = await aNotifiedProject();
    const alert = { projectId: id, kind: 'token-refused', subject: 'abc' };
    raiseAlert(db, alert, clock.now);
    claimAlert(db, alert, clock.now);
    await notify(refused);
    expect(webhook.heard).toEqual([]);
    clock.now = new Date('2026-11-21T05:00:00Z');
    await notify(refused);
    expect(webhook.heard).toHaveLength(1);
  });
});

it('a database that cannot be written to is a warning', async () => {
  const { db, notify, webhook } = await aNotifiedProject();
  db.sql.exec('DROP TABLE alerts');
  expect(await notify(refused)).toEqual([
    expect.stringContaining('Alerts could not be looked up or noted: no such table'),
  ]);
  expect(webhook.heard).toEqual([]);
});

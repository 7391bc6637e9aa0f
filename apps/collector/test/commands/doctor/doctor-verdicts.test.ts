import { CLARITY_API_URL } from '@clarity-keep/clarity';
import { defaultSchedule } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { archiveVerdict } from '../../../src/commands/doctor/checks/database/archive.ts';
import { clockVerdict, skewVerdict } from '../../../src/commands/doctor/checks/clock.ts';
import { collectionVerdict } from '../../../src/commands/doctor/checks/collection.ts';
import { writeVerdict } from '../../../src/commands/doctor/checks/database/database-write.ts';
import { diskSpaceVerdict } from '../../../src/commands/doctor/checks/database/disk-space.ts';
import { modeVerdict } from '../../../src/commands/doctor/checks/settings/env-file-mode.ts';
import { fileSystemVerdict } from '../../../src/commands/doctor/checks/database/file-system.ts';
import { integrityVerdicts } from '../../../src/commands/doctor/checks/database/integrity.ts';
import { mailVerdict } from '../../../src/commands/doctor/checks/report/mail-server.ts';
import { nodeVerdict } from '../../../src/commands/doctor/checks/node.ts';
import { rawBodiesVerdict } from '../../../src/commands/doctor/checks/database/raw-bodies.ts';
import { scheduleVerdict } from '../../../src/commands/doctor/checks/schedule.ts';
import { timeZoneVerdict } from '../../../src/commands/doctor/checks/time-zone.ts';
import { tokenVerdict } from '../../../src/commands/doctor/checks/token.ts';
import { unknownVariablesVerdict } from '../../../src/commands/doctor/checks/settings/unknown-variables.ts';
import { walVerdict } from '../../../src/commands/doctor/checks/database/write-ahead-log.ts';
import { examine } from '../../../src/commands/doctor/examine.ts';
import type { Subject } from '../../../src/commands/doctor/check.ts';
import { ok } from '../../../src/commands/doctor/verdict.ts';
import { aClarityToken, aToken, seconds } from '../../support/a-token.ts';

const now = new Date('2026-12-01T05:00:00Z');

it.each([
  ['22.18.0', 'ok'],
  ['24.0.0', 'ok'],
  ['22.17.9', 'problem'],
  ['20.19.4', 'problem'],
])('Node %s: %s', (version, state) => {
  expect(nodeVerdict(version)).toMatchObject({ state, message: expect.stringContaining(version) });
});

describe('a schedule', () => {
  const verdict = (
    schedule: Partial<typeof defaultSchedule>,
    project: Partial<Parameters<typeof scheduleVerdict>[1]> = {},
  ) =>
    scheduleVerdict(
      { ...defaultSchedule, ...schedule },
      { timeZone: 'UTC', extraBreakdowns: [], ...project },
      now,
    );

  it('is good by default, in the zone of the project', () => {
    expect(verdict({})).toMatchObject({
      state: 'ok',
      message: expect.stringContaining('20.8 hours'),
    });
    const timeZone = 'Asia/Tokyo';
    expect(verdict({ timeZone }, { timeZone }).state).toBe('ok');
  });

  it.each([
    ['13:30', 'UTC', '13.5 hours'],
    ['05:15', 'Asia/Tokyo', '14.3 hours'],
    ['05:15', 'UTC', '18.8 hours'],
  ])('is warned of where %s UTC in %s covers %s', (collectAt, timeZone, hours) => {
    expect(verdict({ collectAt }, { timeZone })).toMatchObject({
      state: 'warning',
      message: expect.stringContaining(hours),
      remedy: expect.stringContaining(`between 01:00 and 04:00 ${timeZone}`),
    });
  });

  it('says what jitter does to a plan of many calls', () => {
    const extraBreakdowns = ['country', 'os', 'browser'] as const;
    expect(verdict({}, { extraBreakdowns }).message).toContain('6 calls a day');
  });
});

describe('a token', () => {
  const verdict = (value: string | undefined, apiUrl = CLARITY_API_URL) =>
    tokenVerdict({ variable: 'CLARITY_API_TOKEN', value, apiUrl }, now);
  const until = (instant: string, audience = 'clarity.data-exporter') =>
    aClarityToken({ aud: audience, exp: seconds(instant) });
  const good = until('2027-12-01T00:00:00Z');

  it.each([
    ['good', good, 'ok', 'until 2027-12-01'],
    ['with a line break after it', `${good}\n`, 'ok', 'until 2027-12-01'],
    ['without an end', aClarityToken({ exp: undefined }), 'ok', 'no expiry date'],
    [
      'that ends in two weeks',
      until('2026-12-15T05:00:00Z'),
      'warning',
      'on 2026-12-15, in 14 days',
    ],
    ['that ends later', until('2026-12-15T05:00:01Z'), 'ok', 'until 2026-12-15'],
    ['that ends today', until('2026-12-01T23:00:00Z'), 'warning', 'in less than a day'],
    ['that ended', until('2026-12-01T05:00:00Z'), 'problem', 'expired on 2026-12-01'],
    ['for something else', until('2027-12-01T00:00:00Z', 'clarity.mcp'), 'problem', 'clarity.mcp'],
    ['without a purpose', aToken({ iss: 'somebody' }), 'problem', 'does not say'],
    ['that is none', 'abc', 'warning', 'is not a JSON Web Token'],
    ['that is not set', undefined, 'problem', 'is not set'],
    ['that is empty', ' ', 'problem', 'is not set'],
    ['with the word before it', `Bearer ${good}`, 'problem', '"Bearer"'],
    ['in quotation marks', `"${good}"`, 'problem', 'quotation marks'],
    ['cut in two', `${good.slice(0, 30)}\n${good.slice(30)}`, 'problem', 'line breaks'],
    ['with a soft hyphen', `${good}\u00ad`, 'problem', 'not allowed in a token'],
  ])('%s', (_what, token, state, message) => {
    const found = verdict(token);
    expect(found).toMatchObject({ state, message: expect.stringContaining(message) });
    expect(found.remedy === null).toBe(state === 'ok');
    expect(JSON.stringify(found)).not.toContain(good.slice(2, 14));
  });

  it('for something else may be right for another address than that of Clarity', () => {
    const { state, remedy } = verdict(aToken({ iss: 'simulator' }), 'http://127.0.0.1:8787/');
    expect([state, remedy]).toEqual(['warning', expect.stringContaining('CLARITY_API_URL')]);
  });

  it('does no harm by what it says of itself', () => {
    const { message } = verdict(until('2027-12-01T00:00:00Z', 'x\u001b[2Jy'));
    expect(message).not.toContain('\u001b');
  });
});

describe('the clock', () => {
  it.each([
    ['2026-11-23T23:59:59Z', null, 'problem', 'before this version was released (2026-11-24)'],
    ['1970-01-01T00:00:10Z', null, 'problem', 'shows 1970'],
    ['2026-12-01T05:00:00Z', '2026-12-02T05:00:00Z', 'problem', '2026-12-02'],
    ['2026-12-01T05:00:00Z', '2026-12-01T05:01:00Z', 'ok', '2026-12-01'],
    ['2026-12-01T05:00:00Z', '2026-11-30T05:00:00Z', 'ok', '2026-12-01'],
  ])('at %s, with an answer of %s: %s', (instant, newest, state, message) => {
    expect(
      clockVerdict(new Date(instant), newest === null ? null : new Date(newest)),
    ).toMatchObject({ state, message: expect.stringContaining(message) });
  });

  it.each([
    ['2026-12-01T05:02:00Z', 'ok', 'agrees'],
    ['2026-12-01T05:02:01Z', 'warning', '2 minutes behind'],
    ['2026-12-01T03:00:00Z', 'warning', '120 minutes ahead of'],
  ])('beside a server that shows %s: %s', (server, state, message) => {
    expect(skewVerdict(now, new Date(server))).toMatchObject({
      state,
      message: expect.stringContaining(message),
    });
  });
});

describe('the disk', () => {
  const GiB = 1024 ** 3;
  it.each([
    ['roomy', 50 * GiB, 1e9, 'ok', 'free'],
    ['with little left', 0.9 * GiB, 1e6, 'warning', 'MB free'],
    ['too small for a copy', 50 * GiB, 30 * GiB, 'warning', 'a backup next to it'],
    ['full', 20_000_000, 1e6, 'problem', 'there may be no space'],
  ])('%s', (_what, free, database, state, message) => {
    expect(diskSpaceVerdict(free, database)).toMatchObject({
      state,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [0xef53, 'ok'],
    [0x6969, 'warning'],
    [0xfe534d42, 'warning'],
  ])('of the type %i: %s', (type, state) => {
    expect(fileSystemVerdict(type).state).toBe(state);
  });
});

describe('the database', () => {
  it.each([
    [{ type: 'writable' } as const, 'ok'],
    [{ type: 'busy' } as const, 'warning'],
    [{ type: 'refused', why: 'attempt to write a readonly database' } as const, 'problem'],
  ])('%j: %s', (trial, state) => {
    expect(writeVerdict(trial).state).toBe(state);
  });

  it.each([
    ['wal', 4_000_000, 'ok'],
    ['wal', 900_000_000, 'warning'],
    ['delete', 0, 'warning'],
  ])('in journal mode %s, with %i bytes waiting: %s', (mode, bytes, state) => {
    expect(walVerdict(mode, bytes).state).toBe(state);
  });
});

it.each([
  [0o100600, 'ok', null],
  [0o100400, 'ok', null],
  [0o100640, 'warning', 'chmod 600 /srv/.env'],
  [0o100644, 'warning', 'chmod 600 /srv/.env'],
])('.env of mode %i: %s', (mode, state, remedy) => {
  expect(modeVerdict('/srv/.env', mode)).toMatchObject({ state, remedy });
});

it('suggests the variable that was meant', () => {
  const known = ['CLARITY_API_TOKEN', 'CLARITY_PROJECT_ID', 'CLARITY_SHOP'];
  const verdict = (...names: string[]) => unknownVariablesVerdict(names, known);
  expect(verdict('CLARITY_PROJET_ID', 'PATH')).toMatchObject({
    state: 'warning',
    message: 'Unknown: CLARITY_PROJET_ID (CLARITY_PROJECT_ID?).',
  });
  expect(verdict('CLARITY_SHOP', 'PATH').state).toBe('ok');
});

it.each([
  ['UTC', 'ok'],
  ['Europe/Berlin', 'ok'],
  ['Mars/Olympus', 'problem'],
])('the zone %s: %s', (zone, state) => {
  expect(timeZoneVerdict(zone, now).state).toBe(state);
});

it.each([
  [null, 'warning', 'Nothing has been collected yet'],
  ['2026-11-30T02:59:59Z', 'warning', '26 hours ago'],
  ['2026-11-30T03:00:00Z', 'ok', '3 of 10 calls'],
])('a collection of %s: %s', (newest, state, message) => {
  const at = newest === null ? null : new Date(newest);
  const lastCall = at === null ? null : { requestedAt: at, state: 'answered', httpStatus: 200 };
  const ledger = { newestAnswer: at, lastCall, usedCalls: 3, refusedVariable: null };
  expect(collectionVerdict(ledger, now)).toMatchObject({
    state,
    message: expect.stringContaining(message),
  });
});

it('does not say that Clarity was never asked, or answered, when it was or did not', () => {
  const requestedAt = new Date('2026-11-30T05:00:00Z');
  const ledger = { newestAnswer: null, usedCalls: 1, refusedVariable: null };
  const failed = { requestedAt, state: 'failed', httpStatus: 500 };
  expect(collectionVerdict({ ...ledger, lastCall: failed }, now)).toMatchObject({
    state: 'warning',
    message: expect.stringContaining(
      'the last call was on 2026-11-30 05:00 UTC (failed, HTTP 500)',
    ),
  });
  const refused = { ...ledger, lastCall: failed, refusedVariable: 'CLARITY_API_TOKEN_SHOP' };
  expect(collectionVerdict(refused, now)).toMatchObject({
    state: 'problem',
    message: expect.stringContaining('refused the token in CLARITY_API_TOKEN_SHOP'),
    remedy: expect.stringContaining('put it in CLARITY_API_TOKEN_SHOP'),
  });
});

it('tells what of the archive waits, and for what', () => {
  const none = { unread: 0, notUnderstood: 0, reasons: [], unsettled: 0 };
  expect(archiveVerdict(none).state).toBe('ok');
  const verdict = archiveVerdict({
    unread: 2,
    notUnderstood: 1,
    reasons: ['It has 400,000 rows.'],
    unsettled: 0,
  });
  expect(verdict).toMatchObject({
    state: 'warning',
    message:
      'Stored responses that could not be parsed: 1. Latest reasons: It has 400,000 rows. Stored responses not parsed yet: 2.',
  });
  expect(verdict.remedy).toContain('reparse');
  expect(verdict.remedy).toContain('collect');
});

describe('--integrity', () => {
  it('tells each kind of damage apart', () => {
    const sound = {
      damage: [],
      orphans: [],
      daysWithoutCall: [],
      daysWithImpossibleFacts: [],
      impossibleSessions: [],
    };
    expect(integrityVerdicts(sound).map(({ state }) => state)).toEqual(['ok']);
    const verdicts = integrityVerdicts({
      damage: ['row 3 missing from index x'],
      orphans: [{ table: 'day_facts', parent: 'segments', rows: 4 }],
      daysWithoutCall: ['p total 2026-11-20'],
      daysWithImpossibleFacts: ['p page 2026-11-21'],
      impossibleSessions: [{ project: 'p', sessions: 2 }],
    });
    expect(verdicts.map(({ state }) => state)).toEqual(Array(5).fill('problem'));
    expect(verdicts.map(({ message }) => message).join()).toMatch(
      /row 3 missing.*4 of day_facts to segments.*p total 2026-11-20.*p page 2026-11-21.*2 of p/,
    );
  });

  it('lists the damaged calls, and not without end', () => {
    const damaged = Array.from({ length: 60 }, (_, index) => ({
      callId: index + 1,
      why: 'does not unpack' as const,
    }));
    const { state, message } = rawBodiesVerdict({ checked: 1000, damaged });
    expect(state).toBe('problem');
    expect(message).toContain('60 of 1,000');
    expect(message).toContain('50 does not unpack and 10 more');
    expect(rawBodiesVerdict({ checked: 1000, damaged: [] }).state).toBe('ok');
  });
});

describe('a mail server', () => {
  const settings = {
    host: 'mail.example.com',
    port: 587,
    secure: false,
    requireTLS: true,
    rejectUnauthorized: true,
    auth: { user: 'me', pass: 'secret' },
  };

  it.each([
    [{ type: 'ok', isEncrypted: true, isLoggedIn: true } as const, 'ok', 'accepts the login'],
    [
      { type: 'ok', isEncrypted: true, isLoggedIn: false } as const,
      'warning',
      'does not offer a login',
    ],
    [
      {
        type: 'failed',
        why: 'refused',
        message: 'mail.example.com:587 refused the connection',
        remedy: 'Check host and port.',
      } as const,
      'problem',
      'The mail server mail.example.com:587 refused the connection. Check host and port.',
    ],
  ])('%j: %s', (login, state, words) => {
    const verdict = mailVerdict(settings, login);
    expect(verdict.state).toBe(state);
    expect(`${verdict.message} ${verdict.remedy}`).toContain(words);
    expect(JSON.stringify(verdict)).not.toContain('secret');
  });

  it('needs no login when none is set', () => {
    const login = { type: 'ok', isEncrypted: false, isLoggedIn: false } as const;
    expect(mailVerdict({ ...settings, auth: null }, login).state).toBe('ok');
  });
});

it('a check that fails itself is a problem, and stops no other', async () => {
  const failing = {
    name: 'first',
    run: () => {
      throw new Error('the disk is gone');
    },
  };
  const results = await examine({} as Subject, [
    failing,
    { name: 'second', run: async () => [ok('a'), ok('b')] },
  ]);
  expect(results.map(({ name, state }) => [name, state])).toEqual([
    ['first', 'problem'],
    ['second', 'ok'],
    ['second', 'ok'],
  ]);
  expect(results[0]?.message).toContain('the disk is gone');
});

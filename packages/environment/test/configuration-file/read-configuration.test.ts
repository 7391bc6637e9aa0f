import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSignalWeights, defaultUrlRules } from '@clarity-keep/core';
import { aFolder } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/index.ts';
import { ConfigurationError, defaultSchedule, readConfiguration } from '../../src/index.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('readConfiguration', () => {
  it('gives the one project of the environment when there is no file', () => {
    expect(
      readConfiguration({ cwd: aFolder(), projectId: 'wxb0r23ozh', timeZone: 'Europe/Berlin' }),
    ).toEqual({
      projects: [
        {
          id: 'wxb0r23ozh',
          name: undefined,
          tokenVariable: 'CLARITY_API_TOKEN',
          timeZone: 'Europe/Berlin',
          urlRules: defaultUrlRules,
          extraBreakdowns: [],
          reserve: 1,
          signalWeights: undefined,
          recipients: undefined,
        },
      ],
      schedule: { ...defaultSchedule, timeZone: 'Europe/Berlin' },
      jitterSeconds: 2,
      digestRecipients: undefined,
    });
  });

  it('runs in CLARITY_TIME_ZONE, then in that of the first project, then in UTC', () => {
    const zoneOf = (file: object | null, timeZone?: string) => {
      const cwd = aFolder(file === null ? {} : { 'clarity-keep.json': JSON.stringify(file) });
      return readConfiguration({ cwd, projectId: 'wxb0r23ozh', timeZone }).schedule.timeZone;
    };
    const projects = [
      { id: 'a', timeZone: 'Asia/Tokyo' },
      { id: 'b', tokenVariable: 'B' },
    ];
    expect(zoneOf(null, 'Europe/Berlin')).toBe('Europe/Berlin');
    expect(zoneOf(null)).toBe('UTC');
    expect(zoneOf({ projects }, 'Europe/Berlin')).toBe('Europe/Berlin');
    expect(zoneOf({ projects })).toBe('Asia/Tokyo');
    expect(zoneOf({ projects: [{ id: 'a' }] })).toBe('UTC');
    expect(zoneOf({ projects, schedule: { timeZone: 'America/Lima' } }, 'UTC')).toBe(
      'America/Lima',
    );
  });

  it('takes REPORT_LATEST_AT from the environment only where there is no file', () => {
    const projects = [{ id: 'wxb0r23ozh' }];
    const latestAt = (cwd: string) =>
      readConfiguration({ cwd, projectId: undefined, reportLatestAt: '09:30' }).schedule
        .reportLatestAt;
    expect(latestAt(aFolder())).toBe('09:30');
    expect(latestAt(aFolder({ 'clarity-keep.json': JSON.stringify({ projects }) }))).toBe('12:00');
  });

  it('has no project when neither describes one', () => {
    expect(readConfiguration({ cwd: aFolder(), projectId: undefined }).projects).toEqual([]);
  });

  it('fills what a file leaves out with the defaults', () => {
    expect(read({ projects: [{ id: 'wxb0r23ozh' }] })).toEqual({
      projects: [
        {
          id: 'wxb0r23ozh',
          name: undefined,
          tokenVariable: 'CLARITY_API_TOKEN',
          timeZone: undefined,
          urlRules: defaultUrlRules,
          extraBreakdowns: [],
          reserve: 1,
          signalWeights: defaultSignalWeights,
          recipients: undefined,
        },
      ],
      schedule: defaultSchedule,
      jitterSeconds: 2,
      digestRecipients: undefined,
    });
  });

  it('takes everything a file says', () => {
    const { schedule, jitterSeconds, digestRecipients, projects } = read({
      $schema: './clarity-keep.schema.json',
      schedule: {
        collectAt: '23:59',
        reportAt: '00:00',
        reportOn: 'friday',
        reportLatestAt: '06:00',
        report: 'both',
        timeZone: 'Asia/Tokyo',
      },
      jitterSeconds: 0,
      digestRecipients: ['team@agency.example'],
      projects: [
        {
          id: 'shop',
          name: ' Shop ',
          tokenVariable: 'CLARITY_API_TOKEN_SHOP',
          timeZone: 'Europe/Berlin',
          urlRules: { replaceIds: 'all' },
          extraBreakdowns: ['country', 'os'],
          reserve: 0,
          weights: { rageClicks: 4.5 },
          recipients: ['ops@localhost', 'änne@bücher.example'],
        },
        { id: 'blog' },
      ],
    });
    expect(schedule).toEqual({
      collectAt: '23:59',
      reportAt: '00:00',
      reportOn: 'friday',
      reportLatestAt: '06:00',
      report: 'both',
      timeZone: 'Asia/Tokyo',
    });
    expect(jitterSeconds).toBe(0);
    expect(digestRecipients).toEqual(['team@agency.example']);
    expect(projects).toHaveLength(2);
    expect(projects[0]).toEqual({
      id: 'shop',
      name: 'Shop',
      tokenVariable: 'CLARITY_API_TOKEN_SHOP',
      timeZone: 'Europe/Berlin',
      urlRules: { ...defaultUrlRules, replaceIds: 'all' },
      extraBreakdowns: ['country', 'os'],
      reserve: 0,
      signalWeights: { ...defaultSignalWeights, rageClicks: 4.5 },
      recipients: ['ops@localhost', 'änne@bücher.example'],
    });
  });

  it('lets the file win over the environment, but for a zone that it does not say', () => {
    const cwd = aFolder({
      'clarity-keep.json': JSON.stringify({
        projects: [
          { id: 'shop', timeZone: 'Europe/Berlin' },
          { id: 'blog', tokenVariable: 'BLOG' },
        ],
      }),
    });
    const { projects } = readConfiguration({ cwd, projectId: 'other', timeZone: 'Asia/Tokyo' });
    expect(projects.map(({ id, timeZone }) => [id, timeZone])).toEqual([
      ['shop', 'Europe/Berlin'],
      ['blog', 'Asia/Tokyo'],
    ]);
  });

  it('reads a file that an editor has begun with a byte order mark', () => {
    const cwd = aFolder({ 'clarity-keep.json': '\uFEFF{"projects":[{"id":"shop"}]}\r\n' });
    expect(readConfiguration({ cwd, projectId: undefined }).projects).toHaveLength(1);
  });

  it('says that a file cannot be read, and does not do without it', () => {
    const cwd = aFolder();
    mkdirSync(join(cwd, 'clarity-keep.json'));
    expect(() => readConfiguration({ cwd, projectId: 'shop' })).toThrow(
      expect.objectContaining({
        name: 'ConfigurationError',
        message: expect.stringContaining(
          `Cannot read ${join(cwd, 'clarity-keep.json')}`,
        ) as unknown,
      }),
    );
  });
});

describe('a file that is not JSON', () => {
  it.each([
    ['', 'line 1, column 1: This is not JSON: the file ends too early.'],
    ['{\n  "projects": [\n', 'line 3, column 1: This is not JSON: the file ends too early.'],
    ['{\n  // ours\n}', 'line 2, column 3: This is not JSON: JSON has no comments.'],
    ['{ "a": 1 /* one */ }', 'line 1, column 10: This is not JSON: JSON has no comments.'],
    [
      '{\n  "a": 1,\n}',
      'line 3, column 1: This is not JSON: there is an extra comma before this bracket.',
    ],
    ["{ 'a': 1 }", 'line 1, column 3: This is not JSON: strings and keys need double quotes.'],
    [
      '{ "a": "b\n  "c": 1 }',
      'line 1, column 10: This is not JSON: the line ends inside a string.',
    ],
    ['{ "a": "b\n" }', 'line 1, column 10: This is not JSON: the line ends inside a string.'],
    ['{ "a": 1 "b": 2 }', 'line 1, column 10: This is not JSON: a comma, a colon or a bracket'],
    ['{', 'line 1, column 2: This is not JSON: the file ends too early.'],
    ['{ "projects"', 'line 1, column 13: This is not JSON: the file ends too early.'],
    ['{ "projects": [1,', 'line 1, column 18: This is not JSON: the file ends too early.'],
    ['{ "a": yes }', 'line 1, column 8: This is not JSON: "y" is not expected here.'],
    ['{ "a": 1 }}', 'line 1, column 11: This is not JSON: unexpected bracket.'],
  ])('is refused with the place: %j', (text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('is not quoted, for it may hold a token', () => {
    expect(messageOf(`{ "a": ${TOKEN} }`)).not.toContain('eyJ');
    expect(messageOf(`{ "a": "${TOKEN} }`)).not.toContain('eyJ');
  });

  it.each([
    [
      '{\n"projects": [{ "id": "a" }],\n"projects": [{ "id": "b" }]\n}',
      'projects: Given twice, on lines 2 and 3.',
    ],
    [
      '{ "projects": [{ "id": "a",\n"id": "b" }] }',
      'projects[0].id: Given twice, on lines 1 and 2.',
    ],
  ])('is one whose keys are given twice: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe('a file with something wrong in it', () => {
  it('is refused with every problem at once, each with its path', () => {
    const problems = problemsOf({
      jitterSeconds: 3601,
      schedule: { collectAt: '5:15', reportOn: 'Monday' },
      projects: [
        { id: 'shop', timeZone: 'Europe/Berlinn', reserve: 10 },
        { id: 'shop', name: '', weights: { rageClicks: -1 }, urlRules: { replaceIds: 'some' } },
        { id: 'a b', extraBreakdowns: ['country', 'country', 'page'] },
        { tokenVariable: 'BLOG', extraBreakdowns: ['os', 'os'], recipients: [] },
      ],
    });
    expect(problems).toEqual([
      'schedule.collectAt must be a time such as 03:15, not "5:15".',
      'schedule.reportOn must be monday, tuesday, wednesday, thursday, friday, saturday or sunday, not "Monday".',
      'jitterSeconds must be whole seconds from 0 to 3600, not 3601.',
      'projects[0].timeZone must be a time zone such as UTC or Europe/Berlin, not "Europe/Berlinn".',
      'projects[0].reserve must be a whole number from 0 to 9, not 10.',
      'projects[1].name: Give a name, or leave the field out to keep the current one. The value is "".',
      'projects[1].urlRules.replaceIds must be none, personal or all, not "some".',
      'projects[1].weights.rageClicks must be a number from 0 to 100, not -1.',
      'projects[2].id must be the ID in the URL of the Clarity dashboard, such as wxb0r23ozh, not "a b".',
      'projects[2].extraBreakdowns[2] must be country, browser, os, campaign or channel, not "page".',
      'projects[3].id must be the ID in the URL of the Clarity dashboard, such as wxb0r23ozh.',
      'projects[3].recipients: Give at least one address, or leave the field out to send the report to REPORT_TO.',
      'projects[1].id: projects[0] has the same ID, shop. Describe each project once.',
      'projects[1].tokenVariable: projects[0] also has its token in CLARITY_API_TOKEN (the default). A token belongs to one project: use a separate variable for each.',
      'projects[2].tokenVariable: projects[0] also has its token in CLARITY_API_TOKEN (the default). A token belongs to one project: use a separate variable for each.',
      'projects[3].extraBreakdowns[1]: The same as extraBreakdowns[0].',
    ]);
  });

  it.each([
    [{ project: [] }, 'project: Unknown key. Did you mean projects?'],
    [{ jitter: 2 }, 'jitter: Unknown key. Did you mean jitterSeconds?'],
    [{ schedule: { at: '05:15' } }, 'schedule.at: Unknown key. Known here: collectAt, reportAt'],
    [
      { projects: [{ id: 'a', timezone: 'UTC' }] },
      'projects[0].timezone: Unknown key. Did you mean timeZone?',
    ],
    [
      { projects: [{ id: 'a', urlRules: { hostNames: [] } }] },
      'projects[0].urlRules.hostNames: Unknown key. Did you mean hosts?',
    ],
    [
      { projects: [{ id: 'a', weights: { rage: 1 } }] },
      'projects[0].weights.rage: Unknown key. Did you mean rageClicks?',
    ],
    [{ schedule: { latestAt: '9:00' } }, 'schedule.latestAt: Unknown key. Did you mean'],
    [{ 'a "b"': 1 }, '["a \\"b\\""]: Unknown key. Known here: $schema, schedule'],
  ])('is refused for a key that nobody knows: %j', (file, problem) => {
    expect(messageOf({ projects: [{ id: 'a' }], ...file })).toContain(`\n  ${problem}`);
  });

  it.each([
    ['[]', 'the file must be an object'],
    ['null', 'the file must be an object'],
    ['{}', 'projects must be a list of projects.'],
    ['{"projects":[]}', 'projects must name at least one project.'],
    ['{"projects":["shop"]}', 'projects[0] must be an object'],
  ])('is refused when its shape is another one: %s', (text, problem) => {
    expect(messageOf(text)).toContain(`\n  ${problem}`);
  });

  it.each([
    { reserve: 9, extraBreakdowns: [] },
    { reserve: 3, extraBreakdowns: ['country', 'browser', 'os', 'campaign', 'channel'] },
  ])('is refused for a plan that never fits, with the arithmetic: %j', (project) => {
    const calls = 3 + project.extraBreakdowns.length;
    const [problem, ...more] = problemsOf({ projects: [{ id: 'shop', ...project }] });
    expect(more).toEqual([]);
    expect(problem).toContain('projects[0]: The plan can never fit: 3 daily calls + ');
    expect(problem).toContain(`= ${calls} calls a day, but 10 calls - ${project.reserve}`);
    expect(problem).toMatch(/Lower the reserve( or leave out 1 of country, .*)?\.$/);
  });

  it('may ask for as much as fits', () => {
    const extraBreakdowns = ['country', 'browser', 'os', 'campaign', 'channel'];
    const file = { projects: [{ id: 'shop', extraBreakdowns, reserve: 2 }] };
    expect(read(file).projects[0]?.reserve).toBe(2);
  });

  it.each([
    { tokenVariable: TOKEN },
    { token: TOKEN },
    { [TOKEN]: true },
    { id: TOKEN },
    { name: [TOKEN] },
    { tokenVariable: `Bearer ${TOKEN}` },
    { timeZone: TOKEN },
  ])('does not repeat a token: %j', (project) => {
    const message = messageOf({ projects: [{ id: 'shop', ...project }] });
    expect(message).toContain('projects[0]');
    expect(message).not.toContain('eyJ');
  });

  it('says what to do with a token, and with a name that no variable has', () => {
    expect(messageOf({ projects: [{ id: 'shop', tokenVariable: TOKEN }] })).toContain(
      'projects[0].tokenVariable: This looks like the token itself. Put it into .env',
    );
    expect(problemsOf({ projects: [{ id: 'shop', tokenVariable: 'my-token' }] })).toEqual([
      'projects[0].tokenVariable must be the name of a variable in capital letters, such as CLARITY_API_TOKEN_SHOP.',
    ]);
  });

  it.each(['anna', 'anna@', 'a b@example.com', 'Anna <a@b.example>', 'a@b.example,c@d.example'])(
    'does not repeat an address that is none: %j',
    (address) => {
      const recipients = ['ben@example.com', address];
      expect(problemsOf({ projects: [{ id: 'shop', recipients }] })).toEqual([
        'projects[0].recipients[1] must be an email address such as anna@example.com.',
      ]);
    },
  );

  it.each(['a@b.example\r\nBcc: c@d.example', 'a\u0000@b.example', 'a@b.example\u001b[2J'])(
    'takes no address that would reach beyond its place: %j',
    (address) => {
      expect(problemsOf({ projects: [{ id: 'shop', recipients: [address] }] })).toHaveLength(1);
    },
  );

  it('takes an address once, however it is spelled', () => {
    const recipients = ['anna@example.com', 'ben@example.com', 'Anna@Example.com'];
    expect(problemsOf({ projects: [{ id: 'shop', recipients }] })).toEqual([
      'projects[0].recipients[2]: The same as recipients[0].',
    ]);
  });

  it('holds the addresses of the digest to the same', () => {
    const projects = [{ id: 'shop' }];
    expect(problemsOf({ projects, digestRecipients: [] })).toEqual([
      'digestRecipients: Give at least one address, or leave the field out to send the digest to REPORT_TO.',
    ]);
    expect(problemsOf({ projects, digestRecipients: ['anna@example.com', 'ben'] })).toEqual([
      'digestRecipients[1] must be an email address such as anna@example.com.',
    ]);
    expect(
      problemsOf({ projects, digestRecipients: ['anna@b.example', 'Anna@b.example'] }),
    ).toEqual(['digestRecipients[1]: The same as digestRecipients[0].']);
  });
});

function read(file: unknown): Configuration {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return readConfiguration({
    cwd: aFolder({ 'clarity-keep.json': text }),
    projectId: undefined,
  });
}

function messageOf(file: unknown): string {
  try {
    read(file);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error('Expected a ConfigurationError.');
}

function problemsOf(file: unknown): string[] {
  const [heading, ...problems] = messageOf(file).split('\n  ');
  expect(heading).toMatch(/clarity-keep\.json has problems:$/);
  return problems;
}

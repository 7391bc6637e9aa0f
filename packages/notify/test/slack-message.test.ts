import { describe, expect, it } from 'vitest';
import type { Alert } from '../src/alerts/alert.ts';
import { alertText } from '../src/alerts/alert-text.ts';
import { slackMessage } from '../src/alerts/slack-message.ts';

const project = { id: 'wxb0r23ozh', name: 'Example Shop' };

function formatChanged(names: string[], name = project.name): Alert {
  return { project: { ...project, name }, kind: 'format-changed', names };
}

const text = (alert: Alert) => slackMessage(alert).text;

describe('an alert as text', () => {
  it.each<[Alert, string]>([
    [{ project, kind: 'token-refused', fingerprint: 'abc' }, 'Clarity refuses the API token'],
    [
      {
        project,
        kind: 'token-expiring',
        fingerprint: 'abc',
        expiresAt: new Date('2026-12-01T12:00:00Z'),
        hasExpired: false,
      },
      'the API token expires on 2026-12-01 (UTC).',
    ],
    [
      {
        project,
        kind: 'token-expiring',
        fingerprint: 'abc',
        expiresAt: new Date('2026-11-01T12:00:00Z'),
        hasExpired: true,
      },
      'the API token has expired on 2026-11-01 (UTC).',
    ],
    [{ project, kind: 'day-at-risk', day: '2026-11-17' }, '2026-11-17 is not complete yet'],
    [formatChanged(['Traffic: new', 'b']), 'this version does not know: Traffic: new and b.'],
    [
      { project, kind: 'quota-spent-elsewhere', day: '2026-11-20' },
      'Clarity refuses further calls, but Clarity Keep has made fewer than ten',
    ],
  ])('says which project it is and what is wrong: %j', (alert, words) => {
    expect(alertText(alert)).toMatch(/^Clarity Keep, Example Shop \(wxb0r23ozh\): /);
    expect(alertText(alert)).toContain(words);
    expect(alertText(alert)).toMatch(/^[^\n]+\.$/);
  });

  it('names a project once whose name is its id', () => {
    const alert: Alert = {
      project: { id: 'wxb0r23ozh', name: 'wxb0r23ozh' },
      kind: 'day-at-risk',
      day: '2026-11-17',
    };
    expect(alertText(alert)).toMatch(/^Clarity Keep, wxb0r23ozh: 2026/);
  });

  it('names some of many names, and says how many there are', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(alertText(formatChanged(names))).toContain('know: a, b, c, d, e and 2 more. Nothing');
    expect(alertText(formatChanged(names.slice(0, 5)))).toContain(
      'know: a, b, c, d and e. Nothing',
    );
  });
});

describe('an alert for a chat', () => {
  it('puts what comes from outside into code', () => {
    expect(slackMessage(formatChanged(['new_metric_x', 'Traffic: b']))).toEqual({
      text: 'Clarity Keep, `Example Shop` (`wxb0r23ozh`): Clarity sends data this version does not know: `new_metric_x` and `Traffic: b`. Nothing is lost: the raw responses are stored. Update Clarity Keep and run "clarity-keep reparse".',
    });
  });

  const hostile = [
    '<!channel>',
    '<!here|here>',
    '<https://evil.example|Sign in>',
    '[Sign in](https://evil.example)',
    '@everyone',
    '@here',
    '&lt;!here&gt;',
    '`*bold* _it_ ~no~',
    'a`\n```\n@channel',
    '```',
    '\u202Egnp.exe',
    '',
    '   ',
  ];

  it.each(hostile)('gives %j no power, as a name or as a project', (name) => {
    const message = text(formatChanged([name], name));
    // Outside code nothing is left but our own words.
    const code = /`[^`]+`|\(empty\)/g;
    expect(message.replaceAll(code, 'X')).toBe(
      'Clarity Keep, X (X): Clarity sends data this version does not know: X. Nothing is lost: the raw responses are stored. Update Clarity Keep and run "clarity-keep reparse".',
    );
    expect(message).not.toMatch(/[<>\n\u202E]|&(?!(amp|lt|gt);)|@[\w]/);
  });

  it('shows what was written, as Slack undoes the three entities', () => {
    expect(text(formatChanged(['a & <b> &lt;']))).toContain('`a &amp; &lt;b&gt; &amp;lt;`');
  });

  it('stays within the 2,000 characters of Discord', () => {
    const long = '&'.repeat(10_000);
    const message = text({
      project: { id: long, name: `${long}!` },
      kind: 'format-changed',
      names: Array.from({ length: 1_000 }, () => long),
    });
    expect(message.length).toBeLessThan(2_000);
    expect(message).toContain('and 995 more');
  });

  it('has no markup in words of its own', () => {
    const alerts: Alert[] = [
      { project, kind: 'token-refused', fingerprint: 'abc' },
      { project, kind: 'day-at-risk', day: '2026-11-17' },
      { project, kind: 'quota-spent-elsewhere', day: '2026-11-20' },
    ];
    for (const alert of alerts) expect(alertText(alert)).not.toMatch(/[<>&*_~`@[\]|#]/);
  });
});

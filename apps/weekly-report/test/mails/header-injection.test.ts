import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder } from '../support/a-database.ts';
import { aWireTap } from '../support/a-mail-server.ts';
import { runReport } from '../support/a-report-run.ts';

const EVIL = 'x\r\nBcc: eve@evil.example\r\nX-Evil: 1\r\n\r\n<b>body</b>';
const NAMES = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'list-unsubscribe',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

/** Sends, and tells what went over the wire: envelopes and the names and values of the headers. */
async function send({
  projectName = 'Shop',
  page = 'https://shop.example.com/checkout',
  variables = {},
}: {
  projectName?: string;
  page?: string;
  variables?: Record<string, string>;
}) {
  const cwd = aFolder();
  const db = aDatabase(cwd, { pages: [{ url: page, sessions: 200, rageClicks: 90 }] });
  db.sql.prepare('UPDATE projects SET name = ?').run(projectName);
  const { url, wire } = await aWireTap();
  const run = await runReport(['send'], {
    cwd,
    variables: {
      SMTP_URL: url,
      REPORT_FROM: 'reports@shop.example',
      REPORT_TO: 'anna@shop.example',
      ...variables,
    },
  });
  return { run, wire };
}

/** The headers of a mail, unfolded. */
function headersOf(mail: Buffer | undefined): Map<string, string> {
  const [head = ''] = (mail?.toString('latin1') ?? '').split('\r\n\r\n', 1);
  // Nothing but whole line ends: a lone one could be taken for one on the way.
  expect(head.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
    }),
  );
}

describe('a line break in what others name', () => {
  it.each([
    ['the name of the project', { projectName: EVIL }],
    ['the name of the project, without CR', { projectName: EVIL.replaceAll('\r', '') }],
    ['the address of a page', { page: `https://shop.example.com/${EVIL}` }],
    ['the address of a page, percent-encoded', { page: `/${encodeURIComponent(EVIL)}` }],
    ['both, in another alphabet', { projectName: `Ш${EVIL}`, page: `/ш${EVIL}\u2028\u0085` }],
  ])('begins no header: %s', async (_where, names) => {
    const { run, wire } = await send(names);
    expect(run.exitCode).toBe(0);
    expect(wire.map(({ from, to }) => [from, ...to])).toEqual([
      ['reports@shop.example', 'anna@shop.example'],
    ]);
    const headers = headersOf(wire[0]?.mail);
    expect([...headers.keys()].toSorted()).toEqual(NAMES);
    expect(headers.get('subject')).toMatch(/\S/);
  });
});

describe('a line break in a setting', () => {
  it.each([
    ['REPORT_FROM', `"Shop\r\nBcc: eve@evil.example" <reports@shop.example>`],
    ['REPORT_FROM', 'reports@shop.example\r\nBcc: eve@evil.example'],
    ['REPORT_FROM', '<reports@shop.example\r\nDATA>'],
    ['REPORT_TO', `"Anna\r\nBcc: eve@evil.example" <anna@shop.example>`],
    ['REPORT_TO', '<anna@shop.example>\r\nRCPT TO:<eve@evil.example>'],
    ['REPORT_TO', 'anna@shop.example\r\nBcc: eve@evil.example'],
    ['REPORT_TO', 'anna@shop.example\nben@shop.example'],
  ])('is refused: %s=%j', async (name, value) => {
    const { run, wire } = await send({ variables: { [name]: value } });
    expect([run.exitCode, wire]).toEqual([2, []]);
    expect(run.stderr).toContain(`${name} has a line break without a comma`);
    expect(run.stderr).not.toContain('@shop');
  });

  it('may stand between two recipients', async () => {
    const REPORT_TO = 'anna@shop.example,\r\n  ben@shop.example,\n';
    const { run, wire } = await send({ variables: { REPORT_TO } });
    expect(run.exitCode).toBe(0);
    expect(wire.flatMap(({ to }) => to)).toEqual(['anna@shop.example', 'ben@shop.example']);
    for (const { mail } of wire) expect([...headersOf(mail).keys()].toSorted()).toEqual(NAMES);
  });
});

describe('a name in a setting', () => {
  it.each(['Shop\u0000\u001b[2J', 'Shöp, "the" best', 'x'.repeat(500)])(
    'stays the name: %j',
    async (name) => {
      const REPORT_FROM = `"${name.replaceAll('"', '\\"')}" <reports@shop.example>`;
      const { run, wire } = await send({ variables: { REPORT_FROM } });
      expect(run.exitCode).toBe(0);
      expect(wire.map(({ from }) => from)).toEqual(['reports@shop.example']);
      expect([...headersOf(wire[0]?.mail).keys()].toSorted()).toEqual(NAMES);
    },
  );
});

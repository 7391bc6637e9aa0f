import { describe, expect, it } from 'vitest';
import { pickReports, refuseEarly } from '../../src/due/pick-reports.ts';
import { pickDigest } from '../../src/index.ts';
import { aDatabaseOf } from '../support/a-database.ts';
import { someSettings } from '../support/some-settings.ts';

const SHOP = { id: 'wxb0r23ozh', name: 'Shop', timeZone: 'Europe/Berlin' };
const BLOG = { id: 'W6n8ir65ol', name: 'Blog', timeZone: 'America/Los_Angeles' };

/** A Monday: in California it is still Sunday. */
const NOW = new Date('2026-11-23T05:00:00Z');

function pick({
  known = [SHOP, BLOG],
  configured = [],
  project,
  week,
  now = NOW,
}: {
  known?: { id: string; name: string; timeZone: string }[];
  configured?: { id: string; name: string | undefined }[];
  project?: string;
  week?: string;
  now?: Date;
} = {}) {
  return pickReports(aDatabaseOf(known), { project, configured, week, now });
}

const idsOf = ({ reports }: ReturnType<typeof pick>) => reports.map(({ project }) => project.id);

describe('the reports that a command is about', () => {
  it('are of the last week that is over where each project is', () => {
    expect(pick().reports).toMatchObject([
      { project: { id: BLOG.id }, week: '2026-W46', isOver: true },
      { project: { id: SHOP.id }, week: '2026-W47', isOver: true },
    ]);
  });

  it('are of all in the database unless some are configured', () => {
    expect(idsOf(pick()).toSorted()).toEqual([BLOG.id, SHOP.id]);
    expect(idsOf(pick({ configured: [SHOP] }))).toEqual([SHOP.id]);
  });

  it.each(['wxb0r23ozh', 'WXB0R23OZH', 'shop', ' Shop '])('are of the one named %j', (project) => {
    expect(idsOf(pick({ project }))).toEqual([SHOP.id]);
    expect(idsOf(pick({ project, configured: [BLOG] }))).toEqual([SHOP.id]);
  });

  it('names those that are configured and not collected yet', () => {
    const picked = pick({ configured: [SHOP, { id: 'new', name: undefined }] });
    expect(idsOf(picked)).toEqual([SHOP.id]);
    expect(picked.unknown).toEqual(['new']);
  });

  it.each([
    [{ known: [] }, 'Nothing has been collected yet.'],
    [{ project: 'wxb0r23ohz' }, 'Did you mean wxb0r23ozh (Shop)?'],
    [{ configured: [{ id: 'new', name: 'New' }] }, 'Nothing has been collected yet for new.'],
    [
      { configured: [{ id: 'new', name: 'New' }], project: 'NEW' },
      'Nothing has been collected yet for new.',
    ],
    [{ week: '47' }, '2026-W47'],
    [{ week: '2026-W54' }, '2026-W54'],
    [{ week: '1989-W01' }, '--week'],
    [{ now: new Date('1970-01-05T12:00:00Z') }, 'clock'],
  ])('are refused with what to do: %j', (asked, message) => {
    expect(() => pick(asked)).toThrow(
      expect.objectContaining({
        exitKind: 'usage',
        message: expect.stringContaining(message) as unknown,
      }),
    );
  });

  it('are too early for a week that lasts in the zone of one of them', () => {
    const { reports } = pick({ week: '2026-W47' });
    expect(reports.map(({ project, isOver }) => [project.id, isOver])).toEqual([
      [BLOG.id, false],
      [SHOP.id, true],
    ]);
    expect(() => refuseEarly(reports)).toThrow('not over yet in America/Los_Angeles');
    expect(() => refuseEarly(pick().reports)).not.toThrow();
    expect(() => refuseEarly([])).not.toThrow();
  });
});

describe('a digest', () => {
  it('is of the last week that is over everywhere, and names who is missing', () => {
    const { configuration } = someSettings({
      projects: [{ id: SHOP.id }, { id: BLOG.id }, { id: 'new' }, { id: 'newer', name: 'Newer' }],
    });
    const reports = pick().reports.map((report) => ({ ...report, tokenExpiresAt: null }));
    expect(pickDigest({ reports, configuration })).toMatchObject({
      week: '2026-W46',
      projects: [{ project: { id: BLOG.id } }, { project: { id: SHOP.id } }],
      without: [
        { id: 'new', name: 'new' },
        { id: 'newer', name: 'Newer' },
      ],
    });
  });
});

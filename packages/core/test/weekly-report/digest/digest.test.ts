import { describe, expect, it } from 'vitest';
import type { WeeklyReport } from '../../../src/index.ts';
import { buildDigest, digestSchema } from '../../../src/index.ts';
import { aPage, aReport } from '../../support/a-week.ts';

const week = '2026-W47';

describe('buildDigest', () => {
  it('says of each project what its report says', () => {
    const report: WeeklyReport = {
      ...broken('shop'),
      findings: [aFinding('new'), aFinding('ongoing'), aFinding('ongoing'), aFinding('resolved')],
      missing: [{ kind: 'token', sentence: 'The token expires on Monday.' }],
    };
    const [top] = report.pages.top;
    const digest = buildDigest({ week, reports: [report], without: [] });
    expect(digest).toMatchObject({
      week,
      days: { from: '2026-11-16', to: '2026-11-22' },
      projects: [
        {
          id: 'shop',
          name: 'shop',
          headline: { sentence: report.headline.sentence },
          sessions: report.totals.sessions,
          worsePages: 0,
          topPage: {
            page: 'https://shop.example/checkout',
            label: '/checkout',
            impact: top?.impact,
            verdict: top?.verdict,
          },
          findings: { new: 1, ongoing: 2, resolved: 1 },
          gaps: ['The token expires on Monday.'],
        },
      ],
      without: [],
    });
    expect(digestSchema.parse(JSON.parse(JSON.stringify(digest)))).toEqual(digest);
  });

  it('has the worst first: what got worse, then by impact, then the busier and by name', () => {
    const reports = [
      quiet('b'),
      quiet('a'),
      busy(quiet('busy')),
      broken('ongoing', 60),
      broken('more', 90),
      worse(broken('worse', 40)),
      worse(broken('much worse', 50)),
    ];
    const { projects } = buildDigest({ week, reports, without: [] });
    expect(projects.map(({ id }) => id)).toEqual([
      'much worse',
      'worse',
      'more',
      'ongoing',
      'busy',
      'a',
      'b',
    ]);
    expect(buildDigest({ week, reports: reports.toReversed(), without: [] }).projects).toEqual(
      projects,
    );
  });

  it('adds up the impact of the top pages', () => {
    const pages = [
      aPage('/a', 400, { rageClicks: 60 }),
      aPage('/b', 400, { deadClicks: 60 }),
      aPage('/', 4_000, { rageClicks: 20, deadClicks: 20 }),
    ];
    const report = named('shop', aReport({ pages }));
    const { projects } = buildDigest({ week, reports: [report], without: [] });
    const [first, second] = report.pages.top;
    expect(projects[0]?.impact).toBeCloseTo((first?.impact ?? 0) + (second?.impact ?? 0));
    expect(projects[0]?.topPage?.page).toBe('https://shop.example/a');
  });

  it('has no top page where none has proven impact', () => {
    const { projects } = buildDigest({ week, reports: [quiet('blog')], without: [] });
    expect(projects).toMatchObject([{ id: 'blog', impact: 0, topPage: null }]);
  });

  it('lists those without data apart, by name, however it is known', () => {
    const digest = buildDigest({
      week,
      reports: [nothing('old'), quiet('blog')],
      without: [
        { id: 'x1', name: 'young' },
        { id: 'x0', name: 'brand new' },
      ],
    });
    expect(digest.projects.map(({ id }) => id)).toEqual(['blog']);
    expect(digest.without).toEqual([
      { id: 'x0', name: 'brand new' },
      { id: 'old', name: 'old' },
      { id: 'x1', name: 'young' },
    ]);
  });
});

describe('the headline of a digest', () => {
  const headline = (...reports: WeeklyReport[]) =>
    buildDigest({ week, reports, without: [] }).headline;

  it('is that of the worst project', () => {
    const bad = worse(broken('Shop'));
    expect(headline(quiet('blog'), bad)).toEqual({
      sentence: `Shop: ${bad.headline.sentence}`,
      project: 'Shop',
    });
  });

  it('is that of the only project', () => {
    const only = quiet('Blog');
    expect(headline(only)).toEqual({
      sentence: `Blog: ${only.headline.sentence}`,
      project: 'Blog',
    });
  });

  it('says that all is quiet, or that nothing is known', () => {
    expect(headline(quiet('a'), quiet('b'))).toEqual({
      sentence: 'A quiet week: no page on any of your 2 sites stands out.',
      project: null,
    });
    const unknown = {
      sentence: 'Nothing was collected for 16–22 Nov on any site.',
      project: null,
    };
    expect(headline()).toEqual(unknown);
    expect(headline(nothing('a'))).toEqual(unknown);
  });
});

function named(name: string, report: WeeklyReport): WeeklyReport {
  return { ...report, project: { ...report.project, id: name, name } };
}

/** A page of it has this many rage clicks in 400 sessions. */
function broken(name: string, rageClicks = 60): WeeklyReport {
  const pages = [aPage('/checkout', 400, { rageClicks }), aPage('/', 4_000, { rageClicks: 20 })];
  return named(name, aReport({ pages }));
}

function quiet(name: string): WeeklyReport {
  return named(name, aReport({ pages: [aPage('/', 4_000, { rageClicks: 20 })] }));
}

function nothing(name: string): WeeklyReport {
  const empty = new Map();
  return named(name, aReport({ states: empty, totals: empty, pages: [] }));
}

function worse(report: WeeklyReport): WeeklyReport {
  const top = report.pages.top.map((page, index) =>
    index === 0 ? { ...page, verdict: 'worse' as const } : page,
  );
  return { ...report, pages: { ...report.pages, top } };
}

function busy(report: WeeklyReport): WeeklyReport {
  const sessions = { ...report.totals.sessions, thisWeek: 50_000 };
  return { ...report, totals: { ...report.totals, sessions } };
}

function aFinding(status: 'new' | 'ongoing' | 'resolved'): WeeklyReport['findings'][number] {
  const page = 'https://shop.example/checkout';
  return { page, label: '/checkout', signal: 'rageClicks', status, weeks: 1, rate: 0.1 };
}

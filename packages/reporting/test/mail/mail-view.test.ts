import type { ReportedPage, WeeklyReport } from '@clarity-keep/core';
import { forEachSignal } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import { mailView } from '../../src/mail/view/mail-view.ts';
import {
  aFirstWeek,
  anEmptyWeek,
  aQuietWeek,
  aSampleReport,
  figureOf,
} from '../support/some-weeks.ts';

const sample = aSampleReport();
const words = { model: 'a-model', summary: 'In its words.', advice: [] };

function totalsWith(overrides: Partial<WeeklyReport['totals']>): WeeklyReport {
  return aSampleReport({ totals: { ...sample.totals, ...overrides } });
}

describe('the summary', () => {
  it('says what got worse and better, what moved on the site, and how many came', () => {
    expect(mailView(sample).summary.text).toBe(
      '/checkout/payment and /size-guide got worse; /category/boots and /cart got better. ' +
        'Across the whole site, rage clicks rose to 3.0% (▲\u00A00.8 points) and error clicks rose to 1.9% (▲\u00A00.6 points). ' +
        '12,436 sessions, 5.3% more than the week before.',
    );
  });

  it.each<[string, WeeklyReport, RegExp]>([
    ['a quiet week', aQuietWeek(), /^No page got clearly worse or better\. 12,436 sessions/],
    ['a first week', aFirstWeek(), /^There is no data for the week before, .* 12,436 sessions\.$/],
    [
      'an empty week',
      anEmptyWeek(),
      /^There is no data for this week\. Run clarity-keep doctor to find out why\.$/,
    ],
    [
      'a week with few days',
      aSampleReport({ pages: { ...sample.pages, comparedDays: ['2026-11-16'] } }),
      /^Too few days are complete in both weeks to compare pages\./,
    ],
    [
      'one that only got better',
      { ...aQuietWeek(), better: sample.better },
      /^No page got clearly worse; \/category\/boots and \/cart got better\./,
    ],
    ['one that only got worse', aSampleReport({ better: [] }), / got worse; no page got better\./],
    [
      'one with fewer visits',
      totalsWith({ sessions: { ...sample.totals.sessions, change: -12.5 } }),
      /12,436 sessions, 12\.5% fewer than the week before\.$/,
    ],
    [
      'one with as many',
      totalsWith({ sessions: { ...sample.totals.sessions, change: 0 } }),
      /12,436 sessions, as many as the week before\.$/,
    ],
    [
      'one with nearly as many',
      totalsWith({ sessions: { ...sample.totals.sessions, change: 0.03 } }),
      /12,436 sessions, about the same as the week before\.$/,
    ],
    [
      'one without two of its days',
      totalsWith({ comparedDays: sample.totals.comparedDays.slice(0, 5) }),
      /12,436 sessions, 5\.3% more than the week before \(5 comparable days\)\.$/,
    ],
    [
      'one with a muted page, which may have got worse',
      { ...aQuietWeek(), muted: sample.muted },
      /^Apart from muted pages, no page got clearly worse or better\./,
    ],
  ])('of %s', (_name, report, expected) => {
    expect(mailView(report).summary.text).toMatch(expected);
  });

  it('is that of a model where there is one, which it names', () => {
    const { summary, preheader } = mailView(aSampleReport({ words }));
    expect(summary).toEqual({ text: 'In its words.', author: 'a-model' });
    expect(preheader).toBe('In its words.');
    const without = mailView(aSampleReport({ words: { ...words, summary: null } }));
    expect(without.summary.author).toBeNull();
  });
});

describe('the advice', () => {
  it('shows three in full and the others by title', () => {
    const { advice } = mailView(sample);
    expect(advice?.full.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(advice?.more.map(({ number }) => number)).toEqual([4, 5, 6, 7]);
    expect(advice?.full[0]).toMatchObject({
      ratings: 'High confidence, small effort',
      links: { recordings: expect.stringContaining('impressions?') },
      words: null,
    });
  });

  it("has a model's words in place of causes and of what to check, where it has them", () => {
    const [first] = sample.recommendations;
    const advice = [{ page: first?.page ?? '', text: 'Press it yourself.' }];
    const view = mailView(aSampleReport({ words: { ...words, advice } })).advice;
    expect(view?.full[0]).toMatchObject({
      words: { text: 'Press it yourself.', author: 'a-model' },
      causes: [],
      checkFirst: null,
      evidence: [expect.any(String), expect.any(String), expect.any(String), expect.any(String)],
    });
    expect(view?.full[1]).toMatchObject({ words: null, checkFirst: expect.any(String) });
  });

  it('is absent where there is none', () => {
    expect(mailView(aQuietWeek()).advice).toBeNull();
  });
});

describe('the totals', () => {
  it('say which days a change is over when the two numbers are over others', () => {
    const comparedDays = sample.totals.comparedDays.slice(0, 6);
    const { totals } = mailView(totalsWith({ comparedDays }));
    expect(totals?.cards[0]?.change).toBe('▲\u00A05.3% on 6 comparable days');
    expect(totals?.note).toContain('Changes compare the days that are complete in both weeks: ');
  });

  it('say how many days there were where there were too few', () => {
    const { totals } = mailView(totalsWith({ comparedDays: ['2026-11-16'] }));
    expect(totals?.note).toContain(
      'only 1 day of the week is complete in both weeks, and 5 are needed.',
    );
  });

  it.each([
    [0, 'There is no average of earlier weeks yet.'],
    [
      1,
      'The average is over 1 week of the four before this one; the others have too few days of data.',
    ],
    [
      3,
      'The average is over 3 weeks of the four before this one; the others have too few days of data.',
    ],
    [4, 'The average is over the four weeks before this one.'],
  ])('say what the average is of, with %s weeks', (baselineWeeks, note) => {
    expect(mailView(totalsWith({ baselineWeeks })).totals?.note).toContain(note);
  });

  it('say of a count that its average is of some days of the week alone', () => {
    const baselines = (baselineDays: number) =>
      mailView(totalsWith({ baselineDays })).totals?.cards.map(({ baseline }) => baseline);
    expect(baselines(7)?.join()).not.toContain('days of the week');
    expect(baselines(5)?.[0]).toMatch(/^4-week average [\d,]+ on 5 days of the week, /);
    expect(baselines(5)?.[1]).toMatch(/^4-week average [\d.]+%, /);
  });

  it('show no week before where none is known', () => {
    const { totals } = mailView(aFirstWeek());
    expect(totals?.cards[0]).toMatchObject({ change: 'not comparable', before: null });
    expect(totals?.signals[0]).toMatchObject({ before: null, baseline: null });
  });

  it('name what the answers do not tell, instead of showing an empty number', () => {
    const { totals } = mailView(
      totalsWith({ botSessions: figureOf(null), activeSeconds: figureOf(null) }),
    );
    expect(totals?.unknown).toBe('Not in the collected data: active time and bot sessions.');
    expect(totals?.cards.map(({ label }) => label)).toEqual(['Sessions', 'Scroll depth']);
  });
});

describe('the trend', () => {
  it("is of the headline's signal first, and then of what changed", () => {
    const lines = mailView(sample).trend?.chart?.lines.map(({ signal }) => signal);
    expect(lines).toEqual(['rageClicks', 'errorClicks', 'deadClicks']);
  });

  it('has a hole where a week is not known', () => {
    const { trend } = mailView(sample);
    expect(trend?.rows[4]).toEqual({
      week: '26 Oct – 1 Nov',
      isThisWeek: false,
      sessions: null,
      bar: 0,
      rate: null,
      hole: 'only 3 of 7 days collected',
    });
    expect(trend?.note).toBe('Left out, with too few days of data: 26 Oct – 1 Nov.');
    expect(trend?.chart?.alt).toContain('26 Oct – 1 Nov unknown');
  });

  it('begins with the first week of which anything is known', () => {
    expect(mailView(aFirstWeek()).trend).toMatchObject({
      title: 'The first week',
      rows: [{ week: '16–22 Nov', sessions: '12,436' }],
      chart: null,
      note: null,
    });
  });

  it('is absent where no week is known well enough', () => {
    const holes = sample.trend.map((week) => ({ ...week, sessions: null }));
    expect(mailView(aSampleReport({ trend: holes })).trend).toBeNull();
  });
});

describe('the pages', () => {
  it('are shown in detail where their impact is proven, and on a line otherwise', () => {
    const { pages } = mailView(sample);
    expect(pages?.proven.map(({ rank }) => rank)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(pages?.others.map(({ rank }) => rank)).toEqual(['7', '8', '9', '10']);
    expect(pages?.chart?.alt).toContain('1. /checkout/payment 469');
  });

  it('show the signal that a verdict is of, even where another has more impact', () => {
    const [page] = sample.pages.top;
    if (page === undefined) throw new Error('Expected a page.');
    const signals = forEachSignal((signal) => ({
      ...page.signals[signal],
      impact: signal === 'rageClicks' ? 0 : 5,
    }));
    const top = [{ ...page, rank: 9, signals }];
    const view = mailView(aSampleReport({ pages: { ...sample.pages, top } })).pages;
    expect(view?.proven[0]?.signals.map(({ name }) => name)).toEqual(['Rage clicks']);
    expect(view?.proven[0]?.remarks[0]).toBe(
      'Also above average: dead clicks 3.2%, error clicks 7.5%, script errors 0.4%, quick backs 3.2%, excessive scrolling 0.7%.',
    );
  });

  it('tell since when and on which device one got worse, with the numbers of the headline', () => {
    const [first] = sample.pages.top;
    if (first === undefined) throw new Error('The sample has no page.');
    const side = (affected: number, sessions: number) => ({
      affected,
      sessions,
      rate: affected / sessions,
    });
    const worsening: ReportedPage['worsening'] = {
      device: 'Mobile',
      change: {
        before: side(1, 256),
        after: side(20, 114),
        low: 0.1,
        high: 0.3,
        verdict: 'worse',
      },
    };
    const remarksOf = (since: string | null) =>
      mailView(
        aSampleReport({ pages: { ...sample.pages, top: [{ ...first, since, worsening }] } }),
      ).pages?.proven[0]?.remarks.join(' ');
    expect(remarksOf('2026-11-18')).toContain(
      'Worse since Wednesday on mobile: rage clicks in 17.5% of sessions (20 of 114), up from 0.4% before (1 of 256).',
    );
    expect(remarksOf(null)).toContain(
      'Worse on mobile: rage clicks in 17.5% of sessions (20 of 114), up from 0.4% the week before (1 of 256).',
    );
  });

  it('are better on balance only when a signal of theirs is worse', () => {
    const [first] = sample.pages.top;
    if (first === undefined) throw new Error('The sample has no page.');
    const change = {
      before: { affected: 0, sessions: 840, rate: 0 },
      after: { affected: 126, sessions: 840, rate: 0.15 },
      low: 0.11,
      high: 0.19,
      verdict: 'worse' as const,
    };
    const signals = forEachSignal((signal) => ({
      ...first.signals[signal],
      change: signal === 'errorClicks' ? change : null,
    }));
    const page: ReportedPage = { ...first, verdict: 'better', mainSignal: 'rageClicks', signals };
    const view = mailView(
      aSampleReport({ pages: { ...sample.pages, top: [page] }, better: sample.better }),
    );
    expect(view.pages?.proven[0]?.verdict.text).toBe('▼ better on balance');
    expect(view.summary.text).toMatch(/ no page got clearly worse on balance; /);
  });

  it('tell which days the sessions before are of, in a week with gaps', () => {
    const pages = { ...sample.pages, comparedDays: sample.pages.comparedDays.slice(0, 5) };
    expect(mailView(aSampleReport({ pages })).pages?.proven[0]?.sessions).toMatch(
      / sessions \([\d,]+ the week before, on 5 comparable days\)$/,
    );
  });

  it('name every signal with the weight that the report has', () => {
    const weights = { ...sample.pages.weights, deadClicks: 7 };
    const view = mailView(aSampleReport({ pages: { ...sample.pages, weights } })).pages;
    expect(view?.notes[1]).toBe(
      'Weights: dead clicks 7, rage clicks 3, error clicks 3, script errors 2, quick backs 2, excessive scrolling 1.',
    );
  });

  it('show one without a name as unknown', () => {
    const top = sample.pages.top.map((page) => ({ ...page, label: '' }));
    const view = mailView(aSampleReport({ pages: { ...sample.pages, top } })).pages;
    expect(view?.proven[0]?.label).toBe('(none)');
  });

  it('are the busiest ones in a week in which nothing is proven', () => {
    expect(mailView(aQuietWeek()).pages).toMatchObject({ title: 'The busiest pages', chart: null });
  });

  it('say that none could be judged', () => {
    const view = mailView(aSampleReport({ pages: { ...sample.pages, top: [] } })).pages;
    expect(view).toMatchObject({
      intro: 'No page had enough visits to judge.',
      proven: [],
      others: [],
      chart: null,
    });
  });
});

describe('what came of the weeks before', () => {
  it.each([
    ['worked', '✓ worked', 'better'],
    ['made-worse', '▲ made it worse', 'worse'],
    ['no-clear-change', 'no clear change', 'neutral'],
    ['too-early', 'too early to tell', 'neutral'],
    ['not-enough-data', 'too few visits', 'neutral'],
  ] as const)('calls a fix that %s so', (verdict, badge, tone) => {
    const fixes = sample.fixes.slice(0, 1).map((fix) => ({ ...fix, verdict }));
    const judged = mailView(aSampleReport({ fixes })).outcomes.find(
      ({ title }) => title === 'Did your fixes work?',
    );
    expect(judged?.items).toMatchObject([{ badge, tone, label: '/cart' }]);
  });

  it('shows five of a kind, and says how many more there are', () => {
    const muted = Array.from({ length: 7 }, () => sample.muted[0]).filter(
      (one) => one !== undefined,
    );
    const view = mailView(aSampleReport({ muted })).outcomes.at(-1);
    expect(view?.items).toHaveLength(5);
    expect(view?.more).toBe('And 2 more.');
  });

  it('says of a muted page for how long, and whether it still frustrates', () => {
    const muted = sample.muted.map((one) => ({ ...one, until: null, isStillFrustrating: false }));
    const view = mailView(aSampleReport({ muted })).outcomes.at(-1);
    expect(view?.items[0]?.text).toBe(
      'With no end date: The form of our old applicant system, replaced in December.',
    );
  });
});

describe('the audience', () => {
  it('shows bounce rates where the format tells them', () => {
    const rows = [
      {
        referrer: 'https://a.example/',
        label: 'a.example',
        sessions: 40,
        bounced: 10,
        bounceRate: 0.25,
      },
    ];
    const referrers = sample.referrers && { ...sample.referrers, bouncesKnown: true, rows };
    const section = mailView(aSampleReport({ referrers })).audience[1];
    expect(section).toMatchObject({
      title: 'Bounce rate by referrer',
      rows: [{ label: 'a.example', detail: '40 sessions', value: '25.0%', bar: 25 }],
      notes: [expect.stringContaining('a single page'), expect.any(String)],
    });
  });

  it('says at each list which days it is without', () => {
    const coverage = {
      ...sample.devices.coverage,
      complete: sample.devices.coverage.complete.slice(2),
      missing: ['2026-11-16', '2026-11-17'],
    };
    const section = mailView(aSampleReport({ devices: { ...sample.devices, coverage } }))
      .audience[0];
    expect(section?.notes).toContain('Without 2 days that were not collected.');
  });

  it.each([
    [7, 1, 'Left out: 2 more sources, 1 source with fewer than 30 sessions.'],
    [6, 2, 'Left out: 1 more source, 2 sources with fewer than 30 sessions each.'],
    [5, 3, 'Left out: 3 sources with fewer than 30 sessions each.'],
  ])(
    'tells what is left out, of %s sources and %s with too few sessions',
    (known, setApart, note) => {
      const rows = sample.sources?.rows.slice(0, known) ?? [];
      const sources = sample.sources && { ...sample.sources, rows, setApart };
      expect(mailView(aSampleReport({ sources })).audience[2]?.notes).toContain(note);
    },
  );

  it('has nothing to say of what is not collected', () => {
    const view = mailView(aSampleReport({ referrers: null, sources: null, browsers: null }));
    expect(view.audience.map(({ title }) => title)).toEqual(['Scroll depth by device']);
  });
});

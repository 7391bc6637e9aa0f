import type { ReportedPage, WeeklyReport } from '@clarity-keep/core';
import { forEachSignal } from '@clarity-keep/core';
import { aSampleReport } from './some-weeks.ts';

/** What takes most room in HTML, what may break a sentence, and what attacks. */
export const hostileTexts = {
  quotes: '"'.repeat(2_000),
  ampersands: "&<>'".repeat(500),
  emoji: '👩‍🚀🧨'.repeat(400),
  'wide letters': '漢字と仮名'.repeat(400),
  script: `"><script>alert(1)</script><img src=x onerror=alert(1)>${'/x'.repeat(900)}`,
  template: `<%= it %></mj-text><mj-include path="/etc/passwd" />${'%>'.repeat(900)}`,
  'right to left': `\u202Egnp.exe\u2066\u200B${'مرحبا'.repeat(350)}`,
  controls: `\u001B[31m\r\nBcc: a@b.example\u0000${'\u0007'.repeat(1_900)}`,
  letters: 'a'.repeat(2_000),
};

const longestLinks: ReportedPage['links'] = {
  recordings: `https://clarity.microsoft.com/${'%22'.repeat(160)}`,
  heatmap: `https://clarity.microsoft.com/${'%22'.repeat(160)}`,
};

/**
 * A report in which every text is as bad as `text`, every list longer than the mail has room for, and
 * every page says all that can be said of a page.
 */
export function anOverlongReport(
  text: string,
  links: ReportedPage['links'] = longestLinks,
): WeeklyReport {
  const sample = aSampleReport();
  const [page] = sample.pages.top;
  const [better] = sample.better;
  const [fix] = sample.fixes;
  const [muted] = sample.muted;
  const [advice] = sample.recommendations;
  const [device] = sample.devices.rows;
  const [referrer] = sample.referrers?.rows ?? [];
  const [source] = sample.sources?.rows ?? [];
  const [browser] = sample.browsers?.contrasts ?? [];
  const resolved = sample.findings.find(({ status }) => status === 'resolved');
  if (
    page === undefined ||
    better === undefined ||
    fix === undefined ||
    muted === undefined ||
    advice === undefined ||
    device === undefined ||
    referrer === undefined ||
    source === undefined ||
    browser === undefined ||
    resolved === undefined
  ) {
    throw new Error('Expected a sample with something of everything.');
  }
  const many = <T>(one: T, change: object, count = 60): T[] =>
    Array.from({ length: count }, (_, index) => ({ ...one, rank: index + 1, ...change }));
  const worse = page.signals.rageClicks;
  return {
    ...sample,
    project: { ...sample.project, name: text, timeZone: text },
    headline: { ...sample.headline, sentence: text },
    trend: sample.trend.map((week) => ({ ...week, sessions: week.sessions ?? 10_000_000 })),
    pages: {
      ...sample.pages,
      top: many(page, {
        page: text,
        label: text,
        links,
        weeks: 104,
        sessions: 123_456_789,
        sessionsBefore: 123_456_789,
        contrast: page.contrast === null ? null : { ...page.contrast, device: text },
        signals: forEachSignal(() => ({ ...worse, affected: 123_456_789, events: 123_456_789 })),
      }),
    },
    better: many(better, { page: text, label: text, links }),
    findings: many(resolved, { page: text, label: text }),
    muted: many(muted, { page: text, label: text, reason: text }),
    fixes: many(fix, { page: text, label: text, text, sentence: text }),
    recommendations: many(advice, {
      page: text,
      label: text,
      title: text,
      evidence: [text, text, text, text, text, text],
      likelyCauses: [text, text, text, text, text, text],
      checkFirst: text,
      verify: text,
      links,
    }),
    devices: { ...sample.devices, rows: many(device, { device: text }) },
    referrers:
      sample.referrers === null
        ? null
        : { ...sample.referrers, rows: many(referrer, { referrer: text, label: text }) },
    sources:
      sample.sources === null
        ? null
        : { ...sample.sources, rows: many(source, { source: text, medium: text, label: text }) },
    browsers:
      sample.browsers === null
        ? null
        : { ...sample.browsers, contrasts: many(browser, { browser: text }) },
    missing: many({ kind: 'format', names: [text], sentence: text }, {}),
  };
}

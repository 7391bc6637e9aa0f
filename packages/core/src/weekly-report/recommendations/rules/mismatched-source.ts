import { integer, rate } from '../../../display/numbers.ts';
import { causesOf, large, small } from '../cause.ts';
import type { Rule } from '../rule.ts';
import { provenExcess } from '../proven-excess.ts';

/** A source whose visitors turn back right away far more often than the site's do. */
export const mismatchedSource: Rule = (parts) => {
  const siteRate = parts.totals.signals.quickbackClicks.rate.thisWeek;
  if (parts.sources === null || siteRate === null) return [];
  return parts.sources.rows.flatMap((row) => {
    const { label: name, sessions, quickbackRate } = row;
    const excess = provenExcess({ rate: quickbackRate, sessions, expected: siteRate });
    if (excess === null) return [];
    return [
      {
        recommendation: {
          rule: 'mismatched-source',
          page: null,
          label: name,
          title: `Visitors from ${name} often turn back right away. Check that the landing page keeps the promise.`,
          evidence: [
            `${rate(quickbackRate)} of ${integer(sessions)} sessions from ${name} turned back right away, compared with ${rate(siteRate)} of all sessions.`,
          ],
          ...causesOf([
            small("An ad, post or email that promises something the landing page doesn't show."),
            small(
              "Targeting that reaches people who aren't interested: keywords, audience, country.",
            ),
            large("A landing page that's slow for these visitors, often on phones."),
          ]),
          checkFirst: `Open the site's recordings and filter by Quick backs and by source and medium ${name}. Compare the first page with what was advertised.`,
          links: { recordings: null, heatmap: null },
          verify: `In the first full week after the change, quick backs from ${name} should fall from ${rate(quickbackRate)} of sessions to about ${rate(siteRate)}, the rate of all sessions.`,
          confidence: 'medium',
        },
        trouble: null,
        impact: excess * parts.pages.weights.quickbackClicks,
        takesPrecedence: false,
      },
    ];
  });
};

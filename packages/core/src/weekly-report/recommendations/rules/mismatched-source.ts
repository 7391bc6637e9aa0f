import { integer, rate } from '../../../display/numbers.ts';
import { causesOf, large, small } from '../cause.ts';
import type { Rule } from '../rule.ts';
import { provenExcess } from '../proven-excess.ts';

/** A source whose visitors turn back at once far more often than the site's do. */
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
          title: `Check what ${name} promises against its landing page`,
          evidence: [
            `${rate(quickbackRate)} of its ${integer(sessions)} sessions turned back at once; of all sessions ${rate(siteRate)}.`,
          ],
          ...causesOf([
            small('An ad, post or mail that promises something else than its landing page shows.'),
            small('Targeting that reaches people who do not want it: keywords, audience, country.'),
            large('A landing page that is slow for those who come from there, mostly on phones.'),
          ]),
          checkFirst: `Recordings of the site: add the filter Quick backs and the source and medium ${name}. Look at the first page and at what was advertised.`,
          links: { recordings: null, heatmap: null },
          verify: `In the first full week after the change the quick backs of ${name} should fall from ${rate(quickbackRate)} to about the ${rate(siteRate)} of all sessions.`,
          confidence: 'medium',
        },
        trouble: null,
        impact: excess * parts.pages.weights.quickbackClicks,
        takesPrecedence: false,
      },
    ];
  });
};

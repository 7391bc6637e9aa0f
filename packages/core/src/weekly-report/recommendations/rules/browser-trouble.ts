import { integer, points, rate } from '../../../display/numbers.ts';
import { signalNames } from '../../../display/names/signal-names.ts';
import { label } from '../../../display/names/page-names.ts';
import { causesOf, medium, small } from '../cause.ts';
import { filterNames } from '../clarity-steps.ts';
import { isStandingOut } from '../is-standing-out.ts';
import type { Rule } from '../rule.ts';

/** A signal that sticks to one browser, unless a top page stands out for it and is looked at anyway. */
export const browserTrouble: Rule = (parts) =>
  (parts.browsers?.contrasts ?? []).flatMap((contrast) => {
    const { signal, low, high, sessions } = contrast;
    if (parts.pages.top.some((page) => isStandingOut(page.signals[signal]))) return [];
    const browser = label(contrast.browser);
    const name = signalNames[signal];
    return [
      {
        recommendation: {
          rule: 'browser-trouble',
          page: null,
          label: null,
          title: `Test your site in ${browser}: more sessions there have ${name}.`,
          evidence: [
            `${rate(contrast.rate)} of sessions in ${browser} have ${name} (${integer(contrast.affected)} of ${integer(sessions)}), ${rate(contrast.otherRate)} in other browsers: ${points(low)} to ${points(high)} points more.`,
            'None of the top pages stands out for this, so the cause is probably site-wide.',
          ],
          ...causesOf([
            small(
              'A vendor script on every page (tags, consent, chat, experiments) that fails there.',
            ),
            medium("A feature in shared scripts or styles that the browser doesn't support."),
          ]),
          checkFirst: `Open the site's recordings and filter by ${filterNames[signal]}, browser ${browser}. Then open the busiest page in ${browser} with the console open.`,
          links: { recordings: null, heatmap: null },
          verify: `In the first full week after the fix, ${name} in ${browser} should fall from ${rate(contrast.rate)} of sessions to about ${rate(contrast.otherRate)}, the rate of other browsers.`,
          confidence: 'high',
        },
        trouble: null,
        impact: sessions * Math.max(0, low) * parts.pages.weights[signal],
        takesPrecedence: false,
      },
    ];
  });

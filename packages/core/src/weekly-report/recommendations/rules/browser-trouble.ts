import { integer, points, rate } from '../../../display/numbers.ts';
import { signalNames } from '../../../display/signal-names.ts';
import { label } from '../../../display/page-names.ts';
import { causesOf, medium, small } from '../cause.ts';
import { filterNames } from '../clarity-steps.ts';
import { isStandingOut } from '../is-standing-out.ts';
import type { Rule } from '../rule.ts';

/** A signal that sticks to one browser, while no top page stands out by it and would be looked at anyway. */
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
          title: `Test the site in ${browser}: ${name} stick to it`,
          evidence: [
            `${rate(contrast.rate)} of its sessions have ${name} (${integer(contrast.affected)} of ${integer(sessions)}), ${rate(contrast.otherRate)} in all other browsers: ${points(low)} to ${points(high)} points more.`,
            'No single page stands out by it, so the cause is likely on all of them.',
          ],
          ...causesOf([
            small(
              'A vendor script on every page (tags, consent, chat, experiments) that fails there.',
            ),
            medium('A feature of the common script or style sheet that the browser does not have.'),
          ]),
          checkFirst: `Recordings of the site: add the filter ${filterNames[signal]}, browser ${browser}. Then open the busiest page in ${browser} with the console open.`,
          links: { recordings: null, heatmap: null },
          verify: `In the first full week after the fix ${name} in ${browser} should fall from ${rate(contrast.rate)} to about the ${rate(contrast.otherRate)} of the other browsers.`,
          confidence: 'high',
        },
        trouble: null,
        impact: sessions * Math.max(0, low) * parts.pages.weights[signal],
        takesPrecedence: false,
      },
    ];
  });

import { integer, rate } from '../../../display/numbers.ts';
import { causesOf, small } from '../cause.ts';
import { provenExcess } from '../proven-excess.ts';
import type { ReportParts, Rule } from '../rule.ts';

type Row = NonNullable<ReportParts['referrers']>['rows'][number];
type KnownRow = Row & { bounced: number; bounceRate: number };

/** A referrer whose visitors leave after one page far more often than those of other referrers. */
export const bouncingReferrer: Rule = ({ referrers }) => {
  if (referrers === null || !referrers.bouncesKnown) return [];
  const rows = referrers.rows.filter(isKnown);
  return rows.flatMap((row) => {
    const others = rows.filter((other) => other !== row);
    const busiest = others.toSorted((a, b) => b.sessions - a.sessions)[0];
    if (busiest === undefined) return [];
    const bounced = others.reduce((sum, other) => sum + other.bounced, 0);
    const sessions = others.reduce((sum, other) => sum + knownSessions(other), 0);
    const excess = provenExcess({
      rate: row.bounceRate,
      sessions: Math.round(knownSessions(row)),
      expected: sessions === 0 ? 0 : bounced / sessions,
    });
    if (excess === null) return [];
    return [
      {
        recommendation: {
          rule: 'bouncing-referrer',
          page: null,
          label: row.label,
          title: `Visitors from ${row.label} often leave after one page. Check where they land.`,
          evidence: [
            `${rate(row.bounceRate)} of ${integer(row.sessions)} sessions from ${row.label} saw only one page, compared with ${rate(busiest.bounceRate)} of ${integer(busiest.sessions)} from ${busiest.label}, the busiest of the other referrers.`,
          ],
          ...causesOf([
            small('A link there that points to an old, moved or wrong page.'),
            small('A page that answers the question and offers no next step.'),
            small('Link previews and scanners rather than people.'),
          ]),
          checkFirst: `Open the site's recordings and filter by referrer ${row.label}. See which page visitors land on and what they do before they leave.`,
          links: { recordings: null, heatmap: null },
          verify: `In the first full week after the change, the bounce rate of ${row.label} should fall from ${rate(row.bounceRate)} towards ${rate(busiest.bounceRate)}, the rate of ${busiest.label}.`,
          confidence: 'medium',
        },
        trouble: null,
        impact: excess,
        takesPrecedence: false,
      },
    ];
  });
};

function isKnown(row: Row): row is KnownRow {
  return row.bounced !== null && row.bounceRate !== null;
}

/** Sessions in which a bounce could be known: the rate may be over fewer than all. */
function knownSessions({ bounced, bounceRate, sessions }: KnownRow): number {
  return bounceRate === 0 ? sessions : bounced / bounceRate;
}

import { integer, rate } from '../../../display/numbers.ts';
import { causesOf, small } from '../cause.ts';
import { provenExcess } from '../proven-excess.ts';
import type { ReportParts, Rule } from '../rule.ts';

type Row = NonNullable<ReportParts['referrers']>['rows'][number];
type KnownRow = Row & { bounced: number; bounceRate: number };

/** A referrer whose visitors leave after one page far more often than those of the other referrers. */
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
          title: `Look at the page that ${row.label} sends visitors to`,
          evidence: [
            `${rate(row.bounceRate)} of its ${integer(row.sessions)} sessions saw a single page. The busiest of the other referrers, ${busiest.label}: ${rate(busiest.bounceRate)} of ${integer(busiest.sessions)}.`,
          ],
          ...causesOf([
            small('A link there that leads to an old, moved or wrong page.'),
            small('A page that answers the question and offers nothing to go on with.'),
            small('Visits of link previews and scanners, which are no people.'),
          ]),
          checkFirst: `Recordings of the site: add the filter Referrer, ${row.label}. See which page they land on and what they do before they leave.`,
          links: { recordings: null, heatmap: null },
          verify: `In the first full week after the change the bounce rate of ${row.label} should fall from ${rate(row.bounceRate)} towards the ${rate(busiest.bounceRate)} of ${busiest.label}.`,
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

/** Sessions in which it could be known: a rate of records may be over fewer than all. */
function knownSessions({ bounced, bounceRate, sessions }: KnownRow): number {
  return bounceRate === 0 ? sessions : bounced / bounceRate;
}

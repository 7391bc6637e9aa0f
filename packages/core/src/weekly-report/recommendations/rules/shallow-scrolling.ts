import { integer, percent } from '../../../display/numbers.ts';
import { label } from '../../../display/page-names.ts';
import { causesOf, medium, small } from '../cause.ts';
import { isTouch } from '../device-kind.ts';
import type { ReportParts, Rule } from '../rule.ts';

/** The average tells nothing of its spread, so that only many sessions and a wide gap say something. */
const LEAST_SESSIONS = 200;
const LEAST_GAP = 15;

type Row = ReportParts['devices']['rows'][number];
type KnownRow = Row & { scrollDepth: number };

/** The device that is scrolled least, while another is scrolled far deeper. */
export const shallowScrolling: Rule = ({ devices }) => {
  const rows = devices.rows.filter(isKnown).toSorted((a, b) => a.scrollDepth - b.scrollDepth);
  const [shallow, deep] = [rows[0], rows.at(-1)];
  if (shallow === undefined || deep === undefined) return [];
  if (deep.scrollDepth - shallow.scrollDepth < LEAST_GAP) return [];
  const [device, other] = [label(shallow.device), label(deep.device)];
  const isOnTouch = isTouch(shallow.device);
  return [
    {
      recommendation: {
        rule: 'shallow-scrolling',
        page: null,
        label: null,
        title: `See what stops visitors from scrolling on ${device}`,
        evidence: [
          `On ${device} pages are scrolled to ${percent(shallow.scrollDepth)} on average (${integer(shallow.sessions)} sessions), on ${other} to ${percent(deep.scrollDepth)} (${integer(deep.sessions)} sessions).`,
          'A page that is longer on one device is scrolled to a smaller share of it: compare what is reached, not the share alone.',
        ],
        ...causesOf([
          isOnTouch
            ? small(
                'A banner, a sticky bar or a consent layer that takes most of the first screen.',
              )
            : small('A first screen that looks complete: nothing is cut off at its lower edge.'),
          isOnTouch
            ? medium('Columns stacked so that the main content comes after side content.')
            : medium('A wide layout that leaves the main content below a large picture.'),
          medium('Content that is loaded on scrolling and comes too late.'),
        ]),
        checkFirst: `Heatmaps of the busiest pages: Scroll map, device ${device}, next to the one of ${other}. Find the line at which most visitors stop, and what is there.`,
        links: { recordings: null, heatmap: null },
        verify: `In the first full week after the change the scroll depth on ${device} should rise from ${percent(shallow.scrollDepth)} towards the ${percent(deep.scrollDepth)} of ${other}.`,
        confidence: 'low',
      },
      trouble: null,
      impact: 0,
      takesPrecedence: false,
    },
  ];
};

function isKnown(row: Row): row is KnownRow {
  return row.enoughData && row.sessions >= LEAST_SESSIONS && row.scrollDepth !== null;
}

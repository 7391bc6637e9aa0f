import { onDevice } from '../../../display/names/device-names.ts';
import { capitalised } from '../../../display/lists.ts';
import { integer, percent } from '../../../display/numbers.ts';
import { causesOf, medium, small } from '../cause.ts';
import { isTouch } from '../device-kind.ts';
import type { ReportParts, Rule } from '../rule.ts';

/** An average says nothing about its spread, so only many sessions and a wide gap mean something. */
const LEAST_SESSIONS = 200;
const LEAST_GAP = 15;

type Row = ReportParts['devices']['rows'][number];
type KnownRow = Row & { scrollDepth: number };

/** The device with the least scrolling, where another is scrolled far deeper. */
export const shallowScrolling: Rule = ({ devices }) => {
  const rows = devices.rows.filter(isKnown).toSorted((a, b) => a.scrollDepth - b.scrollDepth);
  const [shallow, deep] = [rows[0], rows.at(-1)];
  if (shallow === undefined || deep === undefined) return [];
  if (deep.scrollDepth - shallow.scrollDepth < LEAST_GAP) return [];
  const [here, there] = [onDevice(shallow.device), onDevice(deep.device)];
  const isOnTouch = isTouch(shallow.device);
  return [
    {
      recommendation: {
        rule: 'shallow-scrolling',
        page: null,
        label: null,
        title: `Visitors ${here} scroll less far than ${there}. Find out what stops them.`,
        evidence: [
          `${capitalised(here)}, pages are scrolled to ${percent(shallow.scrollDepth)} on average (${integer(shallow.sessions)} sessions); ${there}, to ${percent(deep.scrollDepth)} (${integer(deep.sessions)} sessions).`,
          'A page can be longer on one device than on another, so compare what visitors reach, not just the percentages.',
        ],
        ...causesOf([
          isOnTouch
            ? small('A banner, sticky bar or consent layer that takes up most of the first screen.')
            : small(
                'A first screen that looks complete because nothing is cut off at its bottom edge.',
              ),
          isOnTouch
            ? medium('Columns stacked so that the main content comes after side content.')
            : medium('A wide layout that puts the main content below a large image.'),
          medium('Content that only loads on scrolling and arrives too late.'),
        ]),
        checkFirst: `Open the scroll maps of the busiest pages and compare ${here} with ${there}. Find where most visitors stop and what is there.`,
        links: { recordings: null, heatmap: null },
        verify: `In the first full week after the change, scroll depth ${here} should rise from ${percent(shallow.scrollDepth)} towards the ${percent(deep.scrollDepth)} ${there}.`,
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

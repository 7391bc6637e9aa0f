import type { Screen } from '@clarity-keep/command-line/table';
import { table, wrapWords } from '@clarity-keep/command-line/table';
import type { PlannedCall, Quota } from '@clarity-keep/core';
import { callsUsed, callText, counted, nextFreeCalls } from '@clarity-keep/core';
import { requestDimensions } from '@clarity-keep/clarity';

const WIDE_SCREEN = 80;

/** The calls that would be made now for one project, as `plan --json` prints them. */
export interface ShownPlan {
  project: string;
  calls: ShownCall[];
  /** Worth making, but beyond the calls that are free. */
  postponed: ShownCall[];
  /** Calls of the last 24 hours; left: after the planned ones. */
  quota: Omit<Quota, 'allFreeAt'> & { reserve: number };
  /** Why no call is made, whatever is planned. */
  blocked: 'token-refused' | 'quota-spent' | null;
}

export interface ShownCall extends Pick<PlannedCall, 'numOfDays' | 'reason' | 'day'> {
  /** Names as sent. */
  dimensions: string[];
}

/** What a call covers, in a column of a table: fewer words where the screen is narrow. */
export function askedText(call: Parameters<typeof callText>[0], { columns }: Screen): string {
  const text = callText(call);
  return columns < WIDE_SCREEN ? text.replace('the last ', '') : text;
}

/** What a planned call covers, and why when that is not obvious. */
export function plannedCallText({ numOfDays, breakdown, reason, day }: PlannedCall): string {
  const text = callText({ numOfDays, dimensions: requestDimensions(breakdown) });
  switch (reason) {
    case 'heal':
    case 'narrow-window':
      return `${text}, to fill ${day}`;
    case 'newest-day':
    case 'extra':
    case 'by-hand':
      return text;
  }
}

/** The plan of a project, for people. */
export function planText(
  { project, calls, postponed, quota, blocked }: ShownPlan,
  screen: Screen,
): string {
  const next = nextFreeCalls(quota);
  const lines = [
    calls.length === 0
      ? `${project}: ${postponed.length === 0 ? 'nothing to collect' : 'no call is free now'}.`
      : `${project}: ${counted(calls.length, 'call')}.`,
    ...(calls.length === 0 ? [] : ['', callsTable(calls, screen), '']),
    ...(postponed.length === 0
      ? []
      : [
          'Not within the calls that are free now:',
          ...postponed.map((call) => `  ${callText(call)} (${reasonText(call)})`),
          '',
        ]),
    ...blockedText(blocked).flatMap((text) => wrapWords(text, screen.columns)),
    ...wrapWords(
      `Quota: ${callsUsed(quota)}, ${calls.length} planned, ${quota.left} left${reserveText(quota)}` +
        `${next === null ? '' : `; ${next}`}.`,
      screen.columns,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** How many of the calls left are in reserve. */
function reserveText({ reserve, left }: ShownPlan['quota']): string {
  if (reserve === 0 || left === 0) return '';
  return reserve >= left ? ', in reserve' : `, ${reserve} of them in reserve`;
}

function callsTable(calls: readonly ShownCall[], screen: Screen): string {
  const { text } = table(
    calls.map((call, index) => ({ ...call, number: index + 1 })),
    [
      { head: '#', kind: 'right', cell: ({ number }) => String(number) },
      { head: 'asks for', kind: 'left', cell: (call) => askedText(call, screen) },
      { head: 'why', kind: 'wrapping', cell: reasonText },
    ],
    screen,
  );
  return text;
}

function reasonText({ reason, day }: ShownCall): string {
  switch (reason) {
    case 'newest-day':
      return `the newest day, ${day}`;
    case 'heal':
      return `${day} is missing or estimated`;
    case 'narrow-window':
      return `to subtract from the next wider window, for ${day}`;
    case 'extra':
      return `extra breakdown, ${day}`;
    case 'by-hand':
      return 'requested by hand';
  }
}

function blockedText(blocked: ShownPlan['blocked']): string[] {
  switch (blocked) {
    case null:
      return [];
    case 'token-refused':
      return ['Clarity has refused this token: no call is made until you replace it.'];
    case 'quota-spent':
      return [
        'Clarity refuses calls although this database has some left: another program uses them.',
      ];
  }
}

import type { Screen, Style } from '@clarity-keep/command-line/table';
import { table, wrapWords } from '@clarity-keep/command-line/table';
import type { Day } from '@clarity-keep/core';
import {
  breakdownName,
  callsUsed,
  counted,
  countGapText,
  dayOfInstant,
  dayStateName,
  displayText,
  isoStretches,
  minute,
  minuteUtc,
  nextFreeCalls,
  tokenStateName,
} from '@clarity-keep/core';
import type { NotableGap } from '@clarity-keep/queries';
import { shownBreakdowns } from '@clarity-keep/queries';
import type { ProjectStatus, TokenStatus } from '@clarity-keep/collection';
import { coverageGrids, coverageLegend } from '../../terminal/coverage-grid.ts';
import { countText } from '../../terminal/numbers.ts';
import { askedText } from '../plan/text.ts';

/** How the collection of a project is doing, for people. */
export function statusText(status: ProjectStatus, screen: Screen): string {
  const { project, name, timeZone, calls, gaps } = status;
  const title = name === project ? project : `${displayText(name)} (${project})`;
  return [
    `${screen.paint('bold', title)}, days in ${timeZone}`,
    '',
    facts(status, screen),
    '',
    ...calendar(status, screen).flatMap((grid) => [grid, '']),
    coverageLegend(screen),
    ...(calls.length === 0 ? [] : ['', callsTable(status, screen)]),
    ...(gaps.length === 0
      ? []
      : [
          '',
          "Session counts that don't add up (last seven days):",
          ...gaps.flatMap((gap) => gapLines(gap, screen)),
        ]),
    ...(gaps.some(({ kind }) => kind === 'list')
      ? wrapWords(
          'Lists in a response have at most ten rows, so a difference is expected there.',
          screen.columns,
        )
      : []),
    '',
  ].join('\n');
}

function facts(status: ProjectStatus, { paint, columns }: Screen): string {
  const { quota, lastAnswerAt, nextRunAt, plannedCalls, token, isStale } = status;
  const last =
    lastAnswerAt === null
      ? paint('red', 'never')
      : `${minuteUtc(lastAnswerAt)}${isStale ? paint('red', ' (stale)') : ''}`;
  const reserve = quota.reserve > 0 ? `, ${quota.reserve} in reserve` : '';
  const next = nextFreeCalls(quota);
  const more = next === null ? '' : `; ${quota.isSpent ? paint('yellow', next) : next}`;
  const lines: [string, string][] = [
    ['last response', last],
    [
      'next run',
      `planned for ${minuteUtc(nextRunAt)}; one now would make ${counted(plannedCalls, 'call')}`,
    ],
    ['quota', `${callsUsed(quota)}${reserve}${more}`],
    ['token', tokenText(token, paint)],
    ['gaps to fill', healText(status, paint)],
    ...unreadableLine(status, paint),
  ];
  const width = Math.max(...lines.map(([head]) => head.length)) + 2;
  const indent = `\n${' '.repeat(width)}`;
  return lines
    .map(([head, text]) => head.padEnd(width) + wrapWords(text, columns - width).join(indent))
    .join('\n');
}

function unreadableLine(
  { unreadable: { count, newest } }: ProjectStatus,
  paint: Screen['paint'],
): [string, string][] {
  if (newest === null) return [];
  const text = `${counted(count, 'response')} ${count === 1 ? 'is' : 'are'} stored but not parsed; the latest, from ${minuteUtc(newest.fetchedAt)}: ${displayText(newest.reason)}`;
  return [['unreadable', paint('yellow', text)]];
}

function healText(
  { lastAnswerAt, healableDays, healingCalls }: ProjectStatus,
  paint: Screen['paint'],
): string {
  if (lastAnswerAt === null) return 'the first run collects everything Clarity still has';
  if (healableDays.length > 0) {
    const days = isoStretches(healableDays).join(', ');
    return paint('yellow', `${days}: run "clarity-keep collect" before Clarity deletes them`);
  }
  return healingCalls > 0
    ? 'none; a run now would make estimated days exact'
    : 'none that can still be filled';
}

function calendar({ days }: ProjectStatus, screen: Screen): string[] {
  const states = new Map(days.map(({ day, states: ofDay }) => [day, ofDay]));
  const rows = shownBreakdowns.map(breakdownName);
  const stateOf = (day: Day, row: string) => {
    const breakdown = shownBreakdowns.find((shown) => breakdownName(shown) === row);
    const ofDay = states.get(day);
    return breakdown === undefined || ofDay === undefined ? 'missing' : ofDay[breakdown];
  };
  return coverageGrids({ rows, days: days.map(({ day }) => day), stateOf }, screen);
}

function callsTable({ calls }: ProjectStatus, screen: Screen): string {
  return table(
    calls,
    [
      { head: 'last calls (UTC)', kind: 'left', cell: ({ requestedAt }) => minute(requestedAt) },
      { head: 'asked', kind: 'wrapping', cell: (call) => askedText(call, screen) },
      {
        head: 'response',
        kind: 'left',
        cell: ({ state, truncated }) =>
          truncated === true ? `${state}, ${dayStateName('truncated')}` : state,
      },
      {
        head: 'HTTP',
        kind: 'right',
        isOptional: true,
        cell: ({ httpStatus }) => String(httpStatus ?? '-'),
      },
      { head: 'rows', kind: 'right', isOptional: true, cell: ({ rows }) => countText(rows) },
    ],
    screen,
  ).text;
}

function gapLines(gap: NotableGap, { columns }: Screen): string[] {
  const days = `${counted(gap.days.length, 'day')}: ${isoStretches(gap.days).join(', ')}.`;
  return wrapWords(`${countGapText(gap)} ${days}`, columns);
}

const tokenStyles: Partial<Record<TokenStatus['state'], Style>> = {
  unset: 'red',
  foreign: 'yellow',
  expiring: 'yellow',
  expired: 'red',
  refused: 'red',
};

function tokenText({ state, expiresAt }: TokenStatus, paint: Screen['paint']): string {
  const style = tokenStyles[state];
  const remedy = needsNewToken.has(state)
    ? ': generate a new one in Clarity under Settings, Data Export'
    : '';
  const text = `${tokenStateName(state)}${expiryText({ state, expiresAt })}${remedy}`;
  return style === undefined ? text : paint(style, text);
}

function expiryText({ state, expiresAt }: TokenStatus): string {
  if (expiresAt === null) return state === 'valid' ? ', no expiry date' : '';
  const day = dayOfInstant(expiresAt, 'UTC');
  switch (state) {
    case 'valid':
      return ` until ${day}`;
    case 'expiring':
      return `, on ${day}`;
    case 'expired':
      return ` on ${day}`;
    case 'foreign':
    case 'opaque':
    case 'refused':
    case 'unset':
      return '';
  }
}

const needsNewToken = new Set<TokenStatus['state']>(['foreign', 'expiring', 'expired', 'refused']);

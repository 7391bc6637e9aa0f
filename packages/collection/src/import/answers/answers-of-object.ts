import type { JsonMember } from '@clarity-keep/clarity';
import { jsonMembers, namedDimensions, normaliseKey, shown } from '@clarity-keep/clarity';
import type { NumOfDays } from '@clarity-keep/core';
import { isCalendarInstant, shortenMiddle } from '@clarity-keep/core';
import { parseSeenAt } from '../session-source.ts';
import type { SavedAnswer } from './saved-answer.ts';

/** The names under which people note when a response was fetched, in the order of preference. */
const instantNames = [
  'fetchedat',
  'capturedat',
  'collectedat',
  'requestedat',
  'retrievedat',
  'savedat',
  'timestamp',
];

const windowNames = ['numofdays', 'window', 'windowdays', 'days'];

/** The name of the only response in an object. */
const bodyNames = ['metrics', 'data'];

/**
 * The responses in an object as people save it: one by the name of its dimension in `dimensions`, or one in `metrics`
 * or `data`. Only what is noted beside them is parsed. Returns the reason as a text when there is none.
 */
export function answersOfObject(bytes: Uint8Array): Omit<SavedAnswer, 'place'>[] | string {
  const members = membersByName(bytes);
  if (members === null) return 'not a JSON object';
  const at = firstOf(instantNames, members, instantOf);
  const numOfDays = firstOf(windowNames, members, windowOf);
  if (numOfDays instanceof Error) return numOfDays.message;
  const noted = { at, numOfDays };
  const named = members.get('dimensions');
  const perDimension = named === undefined ? null : jsonMembers(named);
  if (perDimension !== null && perDimension.length > 0) {
    return perDimension.map(({ name, value }) => ({
      ...noted,
      body: bodyOf(value, name),
      dimensions: namedDimensions(name),
    }));
  }
  const body = bodyNames.map((name) => members.get(name)).find((value) => value !== undefined);
  if (body === undefined) return 'no response: it has no list "metrics" or "data"';
  return [{ ...noted, body: bodyOf(body, ''), dimensions: dimensionsBeside(members) }];
}

function membersByName(bytes: Uint8Array): Map<string, Uint8Array> | null {
  const members = jsonMembers(bytes);
  if (members === null) return null;
  return new Map(members.map(({ name, value }) => [normaliseName(name), value]));
}

/** Keeps the digit of `dimension1`. */
function normaliseName(name: string): string {
  return normaliseKey(name) + (/\d$/.exec(name)?.[0] ?? '');
}

/** The list of a response, or what is there instead of it. */
function bodyOf(value: JsonMember['value'], name: string): Uint8Array | string {
  const prefix = name === '' ? '' : `${shown(name)}: `;
  if (value[0] === OPEN_LIST) return value;
  const small = parsedSmall(value);
  if (typeof small !== 'object' || small === null) return `${prefix}no list of metrics`;
  const error: unknown = Reflect.get(small, 'error') ?? Reflect.get(small, 'message');
  if (error === undefined) return `${prefix}no list of metrics`;
  const said = typeof error === 'string' ? error : JSON.stringify(error);
  return `${prefix}an error instead of a response: ${shortenMiddle(said, LONGEST_ERROR)}`;
}

const OPEN_LIST = 0x5b;
const LONGEST_ERROR = 200;
const LONGEST_NOTE_BYTES = 4_096;

/** A value beside a response; undefined for one that is too long, or not JSON. */
function parsedSmall(bytes: Uint8Array): unknown {
  if (bytes.length > LONGEST_NOTE_BYTES) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function firstOf<Value>(
  names: readonly string[],
  members: ReadonlyMap<string, Uint8Array>,
  valueOf: (noted: unknown) => Value | null,
): Value | null {
  for (const name of names) {
    const member = members.get(name);
    const value = member === undefined ? null : valueOf(parsedSmall(member));
    if (value !== null) return value;
  }
  return null;
}

/** ISO 8601, or milliseconds. */
function instantOf(noted: unknown): Date | null {
  if (typeof noted !== 'number') return parseSeenAt(noted);
  const date = new Date(noted);
  return isCalendarInstant(date) ? date : null;
}

const WINDOW = /^(?:last\s*)?(?<count>\d+)\s*-?\s*(?<unit>d|days?|h|hours?)?$/i;
const DAY_MS = 86_400_000;

/** `1`, `"3d"`, `"72h"`, `{ "days": 2 }` or `{ "start": ..., "end": ... }`; an error for any other length. */
function windowOf(noted: unknown): NumOfDays | Error | null {
  const days = daysOf(noted);
  if (days === null) return null;
  if (days === 1 || days === 2 || days === 3) return days;
  return new Error(`a window of ${shown(days)} days; Clarity's are 1, 2 or 3 days long`);
}

function daysOf(noted: unknown): number | null {
  if (typeof noted === 'number') return noted;
  if (typeof noted === 'string') {
    const groups = WINDOW.exec(noted.trim())?.groups;
    if (groups === undefined) return null;
    return Number(groups['count']) / (/^h/i.test(groups['unit'] ?? '') ? 24 : 1);
  }
  if (typeof noted !== 'object' || noted === null) return null;
  const note = new Map(Object.entries(noted).map(([key, value]) => [normaliseKey(key), value]));
  const days = note.get('numofdays') ?? note.get('days');
  if (typeof days === 'number') return days;
  const start = instantOf(note.get('start') ?? note.get('from'));
  const end = instantOf(note.get('end') ?? note.get('to'));
  return start === null || end === null ? null : (end.getTime() - start.getTime()) / DAY_MS;
}

/** The dimensions that are noted beside a response: a text, a list, or `dimension1` to `dimension3`. */
function dimensionsBeside(members: ReadonlyMap<string, Uint8Array>): string[] | null {
  const noted = ['dimensions', 'dimension', 'dimension1', 'dimension2', 'dimension3'].flatMap(
    (name) => {
      const member = members.get(name);
      return member === undefined ? [] : [parsedSmall(member)].flat();
    },
  );
  const names = noted.filter((name) => typeof name === 'string' && name.trim() !== '');
  return names.length === 0 ? null : namedDimensions(names.join(','));
}

import { describe, expect, it } from 'vitest';
import {
  breakdownName,
  breakdowns,
  callText,
  capitalised,
  changeText,
  comparedWith,
  countGapText,
  dayStateMark,
  dayStateMeaning,
  dayStateName,
  dayStates,
  deviceName,
  fixVerdictName,
  listed,
  listedUpTo,
  markedVerdict,
  nameText,
  onDevice,
  provenChangeText,
  refusalText,
  sessionsOn,
  shownDayStates,
  signalCount,
  signalHead,
  signalMeaning,
  signalNames,
  signalTitle,
  signals,
  signedChange,
  verdictName,
} from '../../../src/index.ts';

describe('lists', () => {
  it.each([
    [listed([]), ''],
    [listed(['a']), 'a'],
    [listed(['a', 'b']), 'a and b'],
    [listed(['a', 'b', 'c']), 'a, b and c'],
    [listedUpTo(3, ['a', 'b', 'c']), 'a, b and c'],
    [listedUpTo(2, ['a', 'b', 'c']), 'a, b and 1 more'],
    [listedUpTo(1, ['a', 'b', 'c']), 'a and 2 more'],
    [listedUpTo(1, ['a', 'b', 'c'], 'page'), 'a and 2 more pages'],
    [listedUpTo(2, ['a', 'b', 'c'], 'page'), 'a, b and 1 more page'],
    [capitalised('rage clicks'), 'Rage clicks'],
    [capitalised(''), ''],
  ])('read %j', (text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('devices', () => {
  it.each([
    ['PC', 'Desktop', 'on desktop', 'desktop sessions'],
    ['pc', 'Desktop', 'on desktop', 'desktop sessions'],
    ['Desktop', 'Desktop', 'on desktop', 'desktop sessions'],
    ['Mobile', 'Mobile', 'on mobile', 'mobile sessions'],
    ['Phone', 'Mobile', 'on mobile', 'mobile sessions'],
    ['Tablet', 'Tablet', 'on tablets', 'tablet sessions'],
    ['Other', 'Other', 'on other devices', 'sessions on other devices'],
    ['Fridge', 'Fridge', 'on Fridge', 'sessions on Fridge'],
    ['', '(none)', 'on (none)', 'sessions on (none)'],
    ['toString', 'toString', 'on toString', 'sessions on toString'],
    ['constructor', 'constructor', 'on constructor', 'sessions on constructor'],
    ['\u001B[31mTV', '\uFFFD[31mTV', 'on \uFFFD[31mTV', 'sessions on \uFFFD[31mTV'],
  ])('of Clarity, %j, are called %s', (device, name, on, sessions) => {
    expect(deviceName(device)).toBe(name);
    expect(onDevice(device)).toBe(on);
    expect(sessionsOn(device)).toBe(sessions);
  });

  it('are none where the number is of all sessions', () => {
    expect(sessionsOn(null)).toBe('sessions');
  });
});

describe('names', () => {
  it('are there for every signal, breakdown and state of a day, and no two are alike', () => {
    for (const names of [
      signals.map((signal) => signalNames[signal]),
      signals.map(signalHead),
      signals.map(signalMeaning),
      breakdowns.map(breakdownName),
      dayStates.map(dayStateName),
      dayStates.map(dayStateMeaning),
      dayStates.map(dayStateMark),
    ]) {
      expect(names.every((name) => name.trim() === name && name !== '')).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('list every state of a day once', () => {
    expect(shownDayStates.toSorted()).toEqual(dayStates.toSorted());
  });

  it('are never empty, whatever a visitor typed', () => {
    expect(nameText('')).toBe('(none)');
    expect(nameText(' ')).toBe('(none)');
    expect(nameText('/a\nb')).toBe('/a\uFFFDb');
  });
});

describe('changes', () => {
  it.each([
    [changeText(1.23, 'points'), '▲\u00A01.2 points'],
    [changeText(-3.45, 'percent'), '▼\u00A03.5%'],
    [changeText(1_234.5, 'percent'), '▲\u00A01,234.5%'],
    [changeText(0.04, 'percent'), 'unchanged'],
    [changeText(-0.04, 'points'), 'unchanged'],
    [changeText(0, 'points'), 'unchanged'],
    [provenChangeText(-1.23, 'points'), '▼\u00A01.2 points'],
    [provenChangeText(0.04, 'points'), '▲\u00A0under 0.1 points'],
    [provenChangeText(-0.04, 'percent'), '▼\u00A0under 0.1%'],
    [comparedWith(0), 'as many as'],
    [comparedWith(0.04), 'about the same as'],
    [comparedWith(-0.04), 'about the same as'],
    [comparedWith(3.45), '3.5% more than'],
    [comparedWith(-3.45), '3.5% fewer than'],
    [signedChange(1.23, 'points'), '+1.2 points'],
    [signedChange(-3.45, 'percent'), '−3.5%'],
    [signedChange(0, 'percent'), '0.0%'],
    [refusalText('from-zero', { thisWeek: 0 }), 'unchanged'],
    [refusalText('from-zero', { thisWeek: 4 }), 'none the week before'],
    [refusalText('too-few-sessions', { thisWeek: 4 }), 'too few visits to compare'],
    [refusalText('too-few-days', { thisWeek: 4 }), 'not comparable'],
    [refusalText('unknown', { thisWeek: null }), 'not comparable'],
    [refusalText(null, { thisWeek: null }), 'not comparable'],
    [verdictName('worse'), 'worse'],
    [verdictName('no-clear-change'), 'no clear change'],
    [verdictName('not-enough-data'), 'too few visits'],
    [markedVerdict('worse'), '▲ worse'],
    [markedVerdict('better'), '▼ better'],
    [markedVerdict('new'), '+ new'],
    [markedVerdict('no-clear-change'), 'no clear change'],
    [fixVerdictName('worked'), '✓ worked'],
    [fixVerdictName('too-early'), 'too early to tell'],
  ])('read %s', (text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('signals', () => {
  it('have a title, and a count with or without events', () => {
    expect(signalTitle('quickbackClicks')).toBe('Quick backs');
    expect(signalCount({ affected: 1, events: null })).toBe('1 session');
    expect(signalCount({ affected: 1_200, events: 1 })).toBe('1,200 sessions, 1 event');
  });
});

describe('calls and counts', () => {
  it('name what a call covers', () => {
    expect(callText({ numOfDays: 1, dimensions: [] })).toBe('the last 24 hours');
    expect(callText({ numOfDays: 3, dimensions: ['URL', 'Device'] })).toBe(
      'the last 72 hours by URL x Device',
    );
  });

  it.each([
    ['breakdown', 'Pages: the breakdown adds up to 80 of 100 sessions (−20.0%).'],
    ['list', 'Pages: the list in the response has 80 of 100 sessions (−20.0%).'],
    ['late-data', 'Pages: Clarity later reported 80 of 100 sessions (−20.0%).'],
    [
      'impossible',
      'Pages: 80 segments had more sessions in a narrower window than in the wider one around it, which is impossible.',
    ],
  ] as const)('say where two counts differ: %s', (kind, text) => {
    expect(countGapText({ breakdown: 'page', kind, expected: 100, found: 80, share: -0.2 })).toBe(
      text,
    );
  });
});

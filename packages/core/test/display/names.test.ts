import { describe, expect, it } from 'vitest';
import {
  breakdownName,
  breakdowns,
  capitalised,
  changeText,
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
  refusalText,
  sessionsOn,
  shownDayStates,
  signalHead,
  signalMeaning,
  signalNames,
  signals,
  signedChange,
  verdictName,
} from '../../src/index.ts';

describe('lists', () => {
  it.each([
    [listed([]), ''],
    [listed(['a']), 'a'],
    [listed(['a', 'b']), 'a and b'],
    [listed(['a', 'b', 'c']), 'a, b and c'],
    [listedUpTo(3, ['a', 'b', 'c']), 'a, b and c'],
    [listedUpTo(2, ['a', 'b', 'c']), 'a, b and 1 more'],
    [listedUpTo(1, ['a', 'b', 'c']), 'a and 2 more'],
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
    ['', '(unknown)', 'on (unknown)', 'sessions on (unknown)'],
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
    expect(nameText('')).toBe('(unknown)');
    expect(nameText(' ')).toBe('(unknown)');
    expect(nameText('', '(none)')).toBe('(none)');
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

import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../../src/index.ts';

/** What Unicode says of characters that nobody sees, written apart from how the fence does it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{DI}\p{NChar}]/u;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}\p{M}\p{Zs}]/u;
/** Letters and symbols for Unicode, and yet drawn blank. */
const BLANK = ['\u2800', '\u{16FE4}', '\u{1D159}', '\u{13441}', '\u{13442}'];

const codePoints = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code));

function shownOtherwise(characters: readonly string[], shown: (character: string) => string) {
  return characters
    .filter((character) => displayText(`/a${character}b`) !== `/a${shown(character)}b`)
    .map((character) => character.codePointAt(0)?.toString(16));
}

describe('displayText', () => {
  it('replaces every code point that cannot be seen', () => {
    const unseen = [...codePoints.filter((character) => UNSEEN.test(character)), ...BLANK];
    expect(unseen.length).toBeGreaterThan(140_000);
    expect(shownOtherwise(unseen, () => '\u{FFFD}')).toEqual([]);
  });

  it.each([
    0x0000, 0x001b, 0x007f, 0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180e, 0x200b,
    0x200d, 0x2028, 0x202e, 0x2060, 0x2066, 0x2800, 0x3164, 0xd800, 0xfe00, 0xfe0f, 0xfeff, 0xffa0,
    0xfffe, 0xe0001, 0xe0041, 0xe0100, 0xe01ef, 0x10fffd,
  ])('replaces %i', (code) => {
    expect(displayText(`/a${String.fromCodePoint(code)}b`)).toBe('/a\u{FFFD}b');
  });

  it('keeps letters, digits, punctuation, symbols and spaces as they are', () => {
    const seen = codePoints.filter(
      (character) => SEEN.test(character) && !UNSEEN.test(character) && !BLANK.includes(character),
    );
    expect(shownOtherwise(seen, (character) => character)).toEqual([]);
  });

  it('lets nothing unseen through in any company, and has nothing to do twice', () => {
    const piece = oneof(
      string({ unit: 'binary' }),
      constantFrom(
        '❤',
        '👩',
        '🏽',
        '1',
        '\u20E3',
        'می',
        'क्',
        '葛',
        'ᠠ',
        '\uFE0F',
        '\u200D',
        '\u200C',
        '\u180B',
        '\u{E0101}',
        '\u{E0041}',
        '\uD83D',
      ),
    );
    assert(
      property(array(piece, { maxLength: 12 }), (pieces) => {
        const shown = displayText(pieces.join(''));
        expect(shown).not.toMatch(UNSEEN);
        expect(displayText(shown)).toBe(shown);
      }),
    );
  });

  it.each([
    ['an emoji with its selector', '/❤\uFE0F', '/❤'],
    ['a keycap', '1\uFE0F\u20E3', '1\u20E3'],
    ['a family', '👩\u200D👩\u200D👧', '👩👩👧'],
    ['an occupation with a skin tone', '👩🏽\u200D💻', '👩🏽💻'],
    ['a heart on fire', '❤\uFE0F\u200D🔥', '❤🔥'],
    ['Persian', 'می\u200Cخواهم', 'میخواهم'],
    ['Hindi', 'क्\u200Dष', 'क्ष'],
    ['a Japanese name', '葛\u{E0100}城', '葛城'],
  ])('leaves %s legible', (_what, text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  it.each([
    ['joiners between other letters', 'pay\u200Dpal', 'pay\u{FFFD}pal'],
    ['more than one joiner', 'می\u200C\u200Cخ', 'می\u{FFFD}\u{FFFD}خ'],
    ['selectors one after the other', '❤\uFE0F\uFE0F', '❤\u{FFFD}'],
    ['words written in selectors', 'a\u{E0148}\u{E0155}', 'a\u{FFFD}\u{FFFD}'],
    ['words written in tags', '🏴\u{E0067}\u{E0062}', '🏴\u{FFFD}\u{FFFD}'],
    ['a blank pattern of braille', '\u2800', '\u{FFFD}'],
  ])('shows that there are %s', (_what, text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  it.each([
    ['Cyrillic for Latin', 'р\u0430y', 'р\u0430y'],
    ['a decomposed letter', 'cafe\u0301', 'cafe\u0301'],
    ['full width', 'ｃart', 'ｃart'],
    ['a ligature', 'ﬁn', 'ﬁn'],
  ])('does not make one text of two that look alike: %s', (_what, text, shown) => {
    expect(displayText(text)).toBe(shown);
  });
});

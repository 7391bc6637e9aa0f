/**
 * Characters that are invisible, or that change how others are seen: controls, line breaks, bidirectional
 * overrides, private and lone code units, all that fonts are told to show nothing for (among them zero-width
 * characters, tags, variation selectors and Hangul fillers), and the few letters and symbols besides that are
 * drawn blank. Spaces are not included: a space is visible between other characters.
 *
 * @see https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
export const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{16FE4}\u{2800}\u{1D159}\u{13441}\u{13442}]/gu;

/** Scripts in which a joiner between two letters is spelling: https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters */
const joining = String.raw`[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}]`;

/**
 * Where a character that cannot be seen belongs to honest text: one joiner between letters of such a script
 * (Persian, Hindi) or between emoji (a family), one selector after what it selects a look of (an emoji, the
 * digit of a keycap, an ideograph, a Mongolian letter). Without it the text reads a little differently and
 * stays legible; with U+FFFD in its place every such word would be broken.
 */
export const unseenInScript = new RegExp(
  [
    String.raw`(?<=${joining})[\u200C\u200D](?=${joining})`,
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})`,
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])[\uFE0E\uFE0F]`,
    String.raw`(?<=[\d#*])\uFE0F(?=\u20E3)`,
    String.raw`(?<=\p{Unified_Ideograph})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
    String.raw`(?<=\p{sc=Mong})[\u180B-\u180D\u180F]`,
  ].join('|'),
  'gu',
);

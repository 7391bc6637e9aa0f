import { decodedText } from '../../urls/spelling/decoded-text.ts';
import type { ModelBrief } from './model-brief.ts';
import { textsOf } from './model-brief.ts';

/** This many words in a row are not chance, and fewer cannot carry an instruction. */
const RUN = 3;

/**
 * Whether a text repeats consecutive words of a page's URL that the brief itself does not use. They may be an
 * instruction that the model obeyed.
 */
export function echoesName(text: string, { site, pages }: ModelBrief): boolean {
  const ours = new Set([site, ...pages.map(({ facts }) => facts)].flatMap(textsOf).flatMap(runsOf));
  const theirs = new Set(
    pages.flatMap(({ page, label }) => [decodedText(page), label]).flatMap(runsOf),
  );
  return runsOf(text).some((run) => theirs.has(run) && !ours.has(run));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

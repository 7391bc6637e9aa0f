import { echoesName } from './echoes-name.ts';
import { isShown } from './is-shown.ts';
import type { BriefPage, ModelBrief } from './model-brief.ts';
import { textsOf } from './model-brief.ts';
import { numbersIn } from './numbers-in.ts';
import type { TextProblem } from './text-problem.ts';
import { textProblem } from './text-problem.ts';

export type WordsProblem = TextProblem | 'echo' | 'reassurance' | 'page' | 'number';

export type WordsCheck = { text: string; problem: null } | { text: null; problem: WordsProblem };

const LONGEST = 600;

const PAGE_ID = /\bpage (\d+)\b/gi;
const PAGE_AS_WORD = /\bpages? (?:one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** Amounts that the numbers of a report do not show as such, so that nothing can prove them. */
const UNPROVABLE =
  /\b(?:twice|thrice|doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|hal(?:f|ve|ved|ves|ving)|thirds?(?!-party)|quarters?|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|tens|tenfold|hundredfold|majority|minority)\b/i;

const REASSURANCE =
  /\b(?:(?:all|everything) (?:is|looks|seems|was) (?:well|good|fine|ok|okay|great|in order)|all (?:good|clear)|no (?:problems?|issues?|concerns?|action|changes? (?:is|are) needed)|nothing (?:is wrong|wrong|to (?:do|fix|worry)))\b/i;

/**
 * Holds a model's text to what it was told. `about` is the page that an advice is for, or null for the
 * summary. A text holds when
 *
 * - it is plain English of bounded length, without markup, links, hosts, paths or mail addresses;
 * - every number in it, also `three`, is shown in the brief with the same unit (see `isShown`), for the
 *   site as a whole or for a page that the sentence is about; amounts such as `twice` or `half` are shown
 *   nowhere and never hold;
 * - it names no page that the brief has not, and repeats no words of a page's address;
 * - it does not say that all is well of a week in which something is proven.
 *
 * Pages have their names for their ids in the text that is given back.
 */
export function checkWords(
  text: string,
  { brief, about }: { brief: ModelBrief; about: BriefPage | null },
): WordsCheck {
  const line = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const problem =
    textProblem(line, LONGEST) ??
    (echoesName(line, brief) ? 'echo' : null) ??
    (REASSURANCE.test(line) && !brief.isQuiet ? 'reassurance' : null) ??
    pageProblem(line, brief) ??
    (hasUnknownNumber(line, brief, about) ? 'number' : null);
  return problem === null
    ? { text: withNames(line, brief, about), problem }
    : { text: null, problem };
}

function pageProblem(text: string, { pages }: ModelBrief): 'page' | null {
  const ids = new Set(pages.map(({ id }) => id));
  const hasUnknown = [...text.matchAll(PAGE_ID)].some(([id]) => !ids.has(id.toLowerCase()));
  return hasUnknown || PAGE_AS_WORD.test(text) ? 'page' : null;
}

function hasUnknownNumber(text: string, brief: ModelBrief, about: BriefPage | null): boolean {
  if (UNPROVABLE.test(text) || /(?!\d)\p{N}/u.test(text)) return true;
  return text.split(/(?<=[.!?])\s+/).some((sentence) => {
    const named = brief.pages.filter(({ id }) => mentions(sentence, id));
    const own = about === null ? [] : [about];
    const isAboutNone = named.length + own.length === 0;
    const pages = isAboutNone ? brief.pages : [...named, ...own];
    const facts = [brief.site, ...pages.map((page) => page.facts)];
    const shown = facts.flatMap(textsOf).map(withoutIds).flatMap(numbersIn);
    return numbersIn(withoutIds(sentence)).some((number) => !isShown(number, shown));
  });
}

function mentions(text: string, id: string): boolean {
  return [...text.matchAll(PAGE_ID)].some(([one]) => one.toLowerCase() === id);
}

function withoutIds(text: string): string {
  return text.replaceAll(PAGE_ID, 'this page');
}

function withNames(text: string, { pages }: ModelBrief, about: BriefPage | null): string {
  return text.replaceAll(PAGE_ID, (id) => {
    if (about?.id === id.toLowerCase()) return id.startsWith('P') ? 'This page' : 'this page';
    return pages.find((page) => page.id === id.toLowerCase())?.label ?? id;
  });
}

import { echoesName } from './echoes-name.ts';
import { factsOfPage, factsOfSignals } from './facts-of.ts';
import { isShown } from './is-shown.ts';
import type { BriefPage, ModelBrief } from './model-brief.ts';
import { textsOf } from './model-brief.ts';
import { numbersIn } from './numbers-in.ts';
import { saysOtherwise } from './says-otherwise.ts';
import type { TextProblem } from './text-problem.ts';
import { textProblem } from './text-problem.ts';

export type WordsProblem = TextProblem | 'echo' | 'reassurance' | 'page' | 'number' | 'otherwise';

export type WordsCheck = { text: string; problem: null } | { text: null; problem: WordsProblem };

const LONGEST = 600;

const PAGE_ID = /\bpage (\d+)\b/gi;
const PAGE_AS_WORD = /\bpages? (?:one|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** Amounts that a report never shows as numbers, so nothing can prove them. */
const UNPROVABLE = new RegExp(
  [
    'twice|thrice|doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|hal(?:f|ve|ved|ves|ving)',
    'thirds?(?!-party)|quarters?|(?:four|fif|six|seven|eigh|nin|ten|hundred|thousand)ths?|every (?:second|other|third)',
    '(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty',
    'hundreds?|thousands?|millions?|billions?|dozens?|tens|scores? of|a couple|majority|minority',
    '(?:two|three|four|five|six|seven|eight|nine|ten|hundred|many|several)[- ]?fold',
    'most (?:of|visitors|sessions|people|users|customers)|(?:nearly|almost|virtually|practically) (?:all|every\\w*|none?|nobody)',
    'hardly any\\w*|everybody|everyone|nobody|(?<!of )all (?:visitors|users|customers|people)',
    'euros?|dollars?|pounds?|cents|bitcoins?|usd|eur|gbp|ppm|per mille',
    '(?<!\\d[ -]?)(?:percent|per cent)',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
  'i',
);

const REASSURANCE = new RegExp(
  [
    '(?:all|everything) (?:is|looks|seems|was|works) (?:well|good|fine|ok|okay|great|in order|as it should)',
    'all (?:good|clear)|(?:looks?|is|are|works?|runs?) (?:perfectly |completely |absolutely )?(?:fine|healthy|flawless|well|smoothly)',
    'no (?:problems?|issues?|concerns?|action|changes? (?:is|are) needed|need to|reason to (?:worry|act))',
    'nothing (?:is wrong|wrong|needs?|to (?:do|fix|worry))|(?:great|good|perfect|top) shape|relax|(?:visitors|users|customers) are (?:happy|satisfied)',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
  'i',
);

/**
 * Checks a model's text against what the model was told. `about` is the page of the advice, or null for the
 * summary. A text holds when
 *
 * - it is plain English of bounded length, without markup, links, hosts, paths or mail addresses;
 * - every number in it, also `three`, is shown in the brief with the same unit (see `isShown`), for the
 *   site as a whole or for a page that the sentence is about; amounts such as `twice` or `half` are shown
 *   nowhere and never hold;
 * - no sentence contradicts the facts it is about: see `saysOtherwise`;
 * - it names only pages of the brief, and repeats no words of a page's URL;
 * - it does not say that all is well in a week with proven trouble.
 *
 * The returned text has the names of pages in place of their ids.
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
    (hasUnknownNumber(line, brief, about) ? 'number' : null) ??
    (isOtherwise(line, brief, about) ? 'otherwise' : null);
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
  return sentencesOf(text).some((sentence) => {
    const pages = pagesOf(sentence, brief, about);
    const facts = [brief.site, ...pages.map((page) => page.facts)];
    const shown = facts
      .map((fact) => factsOfSignals(fact, sentence))
      .flatMap(textsOf)
      .map(withoutIds)
      .flatMap(numbersIn);
    return numbersIn(withoutIds(sentence)).some((number) => !isShown(number, shown));
  });
}

function isOtherwise(text: string, brief: ModelBrief, about: BriefPage | null): boolean {
  const { site } = brief;
  return sentencesOf(text).some((sentence) => {
    const pages = pagesOf(sentence, brief, about);
    const isAboutSome = about !== null || pages.length < brief.pages.length;
    const facts = isAboutSome
      ? pages.flatMap(({ id, facts: own }) => [own, ...factsOfPage(site, id)])
      : [withoutPeriod(site), ...pages.map((page) => page.facts)];
    return saysOtherwise(
      withoutIds(sentence),
      facts.map((fact) => factsOfSignals(fact, sentence)),
    );
  });
}

/** The first and last day of the week are not days on which something happened. */
function withoutPeriod(site: ModelBrief['site']): ModelBrief['site'] {
  if (site === null || typeof site === 'string' || !('period' in site)) return site;
  return { ...site, period: null };
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}

/** The pages a sentence can be about: those it names, or else the page of the advice, or else any. */
function pagesOf(
  sentence: string,
  { pages }: ModelBrief,
  about: BriefPage | null,
): readonly BriefPage[] {
  const named = pages.filter(({ id }) => mentions(sentence, id));
  if (about === null) return named.length === 0 ? pages : named;
  const isOfOwn = named.length === 0 || /\bthis page\b/i.test(sentence);
  return isOfOwn ? [about, ...named] : named;
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

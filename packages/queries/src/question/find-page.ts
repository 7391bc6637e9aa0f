import { defaultUrlRules, nearestTexts, normaliseUrl } from '@clarity-keep/core';
import { isKnownPage, listRecentPages, loadFactsGrouping } from '@clarity-keep/db';
import { QueryError } from '../errors.ts';
import { quoted } from './quoted.ts';
import type { QuestionContext } from './question.ts';

const SUGGESTIONS = 3;

/**
 * The page that is meant by a URL as somebody would paste it, campaign parameters and all, or by its path
 * alone when one host only has it.
 *
 * @throws QueryError `unknown-page` with the nearest pages that are known.
 */
export function findPage(
  { db }: QuestionContext,
  { projectId, asked }: { projectId: string; asked: string },
): string {
  const rules = loadFactsGrouping(db, projectId)?.urlRules ?? defaultUrlRules;
  const candidates = [normaliseUrl(asked, rules) ?? asked, asked];
  const page = candidates.find((candidate) => isKnownPage(db, { projectId, page: candidate }));
  if (page !== undefined) return page;
  const pages = listRecentPages(db, projectId);
  const [onlyMatch, ...others] = asked.startsWith('/')
    ? pages.filter((known) => pathOf(known) === pathOf(candidates[0] ?? asked))
    : [];
  if (onlyMatch !== undefined && others.length === 0) return onlyMatch;
  const nearest = nearestTexts(asked, pages, SUGGESTIONS);
  const hint =
    nearest.length === 0
      ? 'No page is known yet: run clarity-keep collect or clarity-keep import first.'
      : `Did you mean ${nearest.map(quoted).join(' or ')}?`;
  throw new QueryError('unknown-page', `No page ${quoted(asked)} is known. ${hint}`);
}

/** What follows the host; the root of a site has lost its slash. */
function pathOf(page: string): string {
  return page.replace(/^https?:\/\/[^/?]+/, '') || '/';
}

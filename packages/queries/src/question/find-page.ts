import {
  defaultUrlRules,
  likelyMeant,
  nearestTexts,
  normaliseUrl,
  quoted,
} from '@clarity-keep/core';
import { isKnownPage, listRecentPages, loadFactsGrouping } from '@clarity-keep/db';
import * as z from 'zod';
import { QueryError } from '../errors.ts';
import type { QuestionContext } from './question.ts';

const SUGGESTIONS = 3;

/** Which page a question is about. */
export const pageInput = z
  .string()
  .min(1)
  .max(2048)
  .describe('Its address as somebody would paste it, or its path when one host only has it.');

/**
 * The page that is meant by a URL as somebody would paste it, campaign parameters and all, or by its path
 * alone when one host only has it. Pages of `also` are known even if nothing is kept of them.
 *
 * @throws QueryError `unknown-page` with the nearest pages that are known.
 */
export function findPage(
  { db }: QuestionContext,
  { projectId, asked, also = [] }: { projectId: string; asked: string; also?: readonly string[] },
): string {
  const rules = loadFactsGrouping(db, projectId)?.urlRules ?? defaultUrlRules;
  const candidates = [normaliseUrl(asked, rules) ?? asked, asked];
  const page = candidates.find(
    (candidate) => also.includes(candidate) || isKnownPage(db, { projectId, page: candidate }),
  );
  if (page !== undefined) return page;
  const pages = [...new Set([...also, ...listRecentPages(db, projectId)])];
  const matches = asked.startsWith('/')
    ? pages.filter((known) => pathOf(known) === pathOf(candidates[0] ?? asked))
    : [];
  if (matches.length === 1 && matches[0] !== undefined) return matches[0];
  throw new QueryError(
    'unknown-page',
    `No page ${quoted(asked)} is known. ${hint(asked, { pages, matches })}`,
  );
}

function hint(
  asked: string,
  { pages, matches }: { pages: readonly string[]; matches: readonly string[] },
): string {
  if (pages.length === 0) {
    return 'No page is known yet: run clarity-keep collect or clarity-keep import first.';
  }
  // An address with a slip in it has something near; a mere word may have nothing.
  if (!asked.includes('/') && likelyMeant(asked, pages) === null) {
    return 'None is much like it; clarity-keep query pages lists those that frustrate people most.';
  }
  const nearest = nearestTexts(asked, matches.length > 0 ? matches : pages, SUGGESTIONS);
  return `Did you mean ${nearest.map(quoted).join(' or ')}?`;
}

/** What follows the host; the root of a site has lost its slash. */
function pathOf(page: string): string {
  return page.replace(/^https?:\/\/[^/?]+/, '') || '/';
}

import type { PageSessions } from './compare-url-rules.ts';
import { decodedText } from './spelling/decoded-text.ts';
import { normaliseUrl } from './normalise-url.ts';
import { NOT_A_WEB_PAGE } from './not-a-web-page.ts';
import { namesPerson } from './paths/personal-path.ts';
import type { UrlRules } from './url-rules.ts';

/** What somebody should look at in the pages that rules make. */
export interface PagesReview {
  /** URLs outside the web, such as files and extensions. */
  notWebPages: { urls: number; sessions: number };
  /** Pages whose name seems to contain the name of a person with a date, the most sessions first. */
  suspicious: PageSessions[];
}

/** Reviews the pages that raw URLs, with their sessions, belong to under the rules. */
export function reviewPages(
  urls: Iterable<readonly [url: string, sessions: number]>,
  rules: UrlRules,
): PagesReview {
  const notWebPages = { urls: 0, sessions: 0 };
  const suspicious = new Map<string, number>();
  for (const [url, sessions] of urls) {
    const page = normaliseUrl(url, rules);
    if (page === null) continue;
    if (page === NOT_A_WEB_PAGE) {
      notWebPages.urls += 1;
      notWebPages.sessions += sessions;
    } else if (seemsToNamePerson(page)) {
      suspicious.set(page, (suspicious.get(page) ?? 0) + sessions);
    }
  }
  return {
    notWebPages,
    suspicious: [...suspicious]
      .map(([page, sessions]) => ({ page, sessions }))
      .toSorted((a, b) => b.sessions - a.sessions || (a.page < b.page ? -1 : 1)),
  };
}

const DATE = /(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d|[0-3]\d[-_.][01]\d[-_.](?:19|20)\d\d/;
const NAME = /^\p{L}{2,30}(?:[-_.+ ]\p{L}{2,30}){1,3}[-_.+ ]*$/u;
const EARLY_DATE = /(?:19\d\d|200\d)/;
const LONGEST_NAME = 120;

/** A name with a date after a word for people, or with a date as early as those of births. */
function seemsToNamePerson(page: string): boolean {
  if (!/\d{4}/.test(page)) return false;
  let before = '';
  return page.split(/[/?&=#]/).some((part) => {
    const isAfterPerson = namesPerson(before);
    before = part;
    if (part.length > LONGEST_NAME) return false;
    const text = decodedText(part);
    const date = DATE.exec(text)?.[0];
    if (date === undefined) return false;
    const name = text.replace(date, '');
    if (isAfterPerson) return /\p{L}{2}/u.test(name);
    return EARLY_DATE.test(date) && NAME.test(name);
  });
}

import { normaliseUrl } from './normalise-url.ts';
import type { UrlRules } from './url-rules.ts';

export interface PageSessions {
  page: string;
  /** Added up over raw URLs: one session may have seen several of them, so it is an upper bound. */
  sessions: number;
}

/** How other rules would change the existing pages. Each list has the most sessions first. */
export interface UrlRulesComparison {
  /** Pages under the rules now. */
  before: number;
  /** Pages under the other rules. */
  after: number;
  /** Pages that several current pages, or parts of them, would merge into. */
  merged: (PageSessions & { from: PageSessions[] })[];
  /** Current pages that would split. */
  split: (PageSessions & { into: PageSessions[] })[];
  /** Current pages on hosts that the other rules leave out. */
  leftOut: PageSessions[];
  /** Pages on hosts that the current rules leave out. */
  added: PageSessions[];
  /** Pages that would only change their name. */
  renamed: (PageSessions & { from: string })[];
}

/** Compares the pages that raw URLs, with their sessions, belong to under two sets of rules. */
export function compareUrlRules(
  urls: Iterable<readonly [url: string, sessions: number]>,
  rules: { before: UrlRules; after: UrlRules },
): UrlRulesComparison {
  const becoming: Parts = new Map();
  const madeOf: Parts = new Map();
  const leftOut = new Map<string, number>();
  const added = new Map<string, number>();
  for (const [url, sessions] of urls) {
    const before = normaliseUrl(url, rules.before);
    const after = normaliseUrl(url, rules.after);
    if (before !== null && after !== null) {
      addTo(partsOf(becoming, before), after, sessions);
      addTo(partsOf(madeOf, after), before, sessions);
    } else if (before !== null) {
      addTo(leftOut, before, sessions);
    } else if (after !== null) {
      addTo(added, after, sessions);
    }
  }
  return {
    before: union(becoming, leftOut).size,
    after: union(madeOf, added).size,
    merged: severalfold(madeOf).map(({ parts, ...page }) => ({ ...page, from: parts })),
    split: severalfold(becoming).map(({ parts, ...page }) => ({ ...page, into: parts })),
    leftOut: ranked(leftOut),
    added: ranked(added),
    renamed: renamedPages(becoming, madeOf),
  };
}

/** Per page of one side, the sessions it shares with each page of the other side. */
type Parts = Map<string, Map<string, number>>;

function partsOf(pages: Parts, page: string): Map<string, number> {
  let parts = pages.get(page);
  if (parts === undefined) pages.set(page, (parts = new Map()));
  return parts;
}

function addTo(sums: Map<string, number>, page: string, sessions: number): void {
  sums.set(page, (sums.get(page) ?? 0) + sessions);
}

function union(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): Set<string> {
  return new Set([...a.keys(), ...b.keys()]);
}

function severalfold(pages: Parts): (PageSessions & { parts: PageSessions[] })[] {
  return [...pages]
    .filter(([, parts]) => parts.size > 1)
    .map(([page, parts]) => {
      const sessions = [...parts.values()].reduce((sum, part) => sum + part, 0);
      return { page, sessions, parts: ranked(parts) };
    })
    .toSorted(bySessions);
}

function renamedPages(becoming: Parts, madeOf: Parts): UrlRulesComparison['renamed'] {
  return [...becoming]
    .flatMap(([from, parts]) => {
      const [to, ...others] = parts;
      if (to === undefined || others.length > 0) return [];
      const [page, sessions] = to;
      const isWhole = madeOf.get(page)?.size === 1;
      return page !== from && isWhole ? [{ page, sessions, from }] : [];
    })
    .toSorted(bySessions);
}

function ranked(sums: ReadonlyMap<string, number>): PageSessions[] {
  return [...sums].map(([page, sessions]) => ({ page, sessions })).toSorted(bySessions);
}

function bySessions(a: PageSessions, b: PageSessions): number {
  if (a.sessions !== b.sessions) return b.sessions - a.sessions;
  return a.page < b.page ? -1 : Number(a.page > b.page);
}

/** Facts in our own words, with numbers as the mail shows them. */
export type Facts = string | null | readonly Facts[] | { readonly [name: string]: Facts };

export interface BriefPage {
  /** What a model calls it: "page 1". */
  id: string;
  /** As stored. */
  page: string;
  /** For people. */
  label: string;
  /** What a model may know of its URL. Visitors choose it, so it is untrusted. */
  hint: string;
  /** Null for a page that is only mentioned. */
  facts: Facts;
}

/** What a model gets about a report: our numbers and words. Names appear only in the hints of pages. */
export interface ModelBrief {
  /** About the site as a whole. */
  site: Facts;
  pages: readonly BriefPage[];
  /** Whether nothing is proven against any page. */
  isQuiet: boolean;
}

/** All strings in facts. */
export function textsOf(facts: Facts): string[] {
  if (facts === null) return [];
  if (typeof facts === 'string') return [facts];
  return Object.values(facts).flatMap(textsOf);
}

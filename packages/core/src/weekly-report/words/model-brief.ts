/** Facts in words of our own, numbers as the mail shows them. */
export type Facts = string | null | readonly Facts[] | { readonly [name: string]: Facts };

export interface BriefPage {
  /** What a model calls it: "page 1". */
  id: string;
  /** As stored. */
  page: string;
  /** For people. */
  label: string;
  /** What a model may know of its address: made by visitors, and so untrusted. */
  hint: string;
  /** Null for a page that is only mentioned. */
  facts: Facts;
}

/** What a model is told of a report: numbers and words of ours. Names are only in the hints of pages. */
export interface ModelBrief {
  /** About the site as a whole. */
  site: Facts;
  pages: readonly BriefPage[];
  /** Whether the report has nothing proven against any page. */
  isQuiet: boolean;
}

/** All that facts say, one string after the other. */
export function textsOf(facts: Facts): string[] {
  if (facts === null) return [];
  if (typeof facts === 'string') return [facts];
  return Object.values(facts).flatMap(textsOf);
}

/** The number that pages are ranked by, as a clause. */
export const impactDefinition =
  "affected sessions above the site's average, counting only what the data prove, weighted by signal";

/** The same as a legend. */
export const impactMeaning = `Impact: ${impactDefinition}.`;

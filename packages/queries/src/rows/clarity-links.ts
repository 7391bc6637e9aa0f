const PROJECT_ID = /^[a-z0-9]{6,20}$/;

export interface ClarityLinks {
  recordings: string;
  heatmap: string;
}

/**
 * Where Clarity's web app shows a page, while it still has it: three days of recordings and heatmaps
 * of URLs that contain its path. Null when the project's id cannot be one of Clarity's.
 */
export function clarityLinks(projectId: string, page: string): ClarityLinks | null {
  if (!PROJECT_ID.test(projectId)) return null;
  const filter = `date=Last%203%20days&URL=${encodeURIComponent(`2;2;${pathOf(page)}`)}`;
  const project = `https://clarity.microsoft.com/projects/view/${projectId}`;
  return {
    recordings: `${project}/impressions?${filter}`,
    heatmap: `${project}/heatmaps?${filter}`,
  };
}

/** The path as far as Clarity has it too: a replaced id is ours. */
function pathOf(page: string): string {
  const path = URL.parse(page)?.pathname ?? page.split('?', 1)[0] ?? page;
  const known = path.split(':id', 1)[0] ?? path;
  // Text with half a surrogate pair cannot be encoded.
  return known.toWellFormed();
}

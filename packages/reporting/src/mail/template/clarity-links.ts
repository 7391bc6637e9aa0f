import type { Mjml } from './mjml.ts';
import { literal, mjml } from './mjml.ts';

/** Where Clarity shows a page. */
export interface ClarityLinks {
  recordings: string | null;
  heatmap: string | null;
}

/** Buttons to recordings and heatmap in Clarity. */
export function clarityButtons({ recordings, heatmap }: ClarityLinks): Mjml {
  const quiet = literal('class="quiet" ');
  return mjml`${link(recordings, 'Watch recordings', quiet)}${link(heatmap, 'Open heatmap', quiet)}`;
}

/** The same as words in a line. */
export function textLinks({ recordings, heatmap }: ClarityLinks): Mjml {
  return mjml`${link(recordings, 'Recordings')} &nbsp; ${link(heatmap, 'Heatmap')}`;
}

function link(url: string | null, words: string, attributes: Mjml | null = null): Mjml | null {
  return url === null ? null : mjml`<a ${attributes}href="${url}">${words}</a>`;
}

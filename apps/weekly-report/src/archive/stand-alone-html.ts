import { UNSUBSCRIBE_PLACEHOLDER } from '../mail/render-report.ts';
import type { RenderedMail } from '../mail/render-report.ts';

/**
 * The HTML of a mail as a file that needs nothing beside it: its images are in it, and its link to
 * unsubscribe, which only recipients have, leads nowhere.
 */
export function standAloneHtml({ html, images }: RenderedMail): string {
  // In attributes alone: what visitors typed cannot hold a quotation mark there.
  const withImages = images.reduce(
    (rest, { cid, png }) =>
      rest.replaceAll(`"cid:${cid}"`, `"data:image/png;base64,${png.toString('base64')}"`),
    html,
  );
  return withImages.replaceAll(`"${UNSUBSCRIBE_PLACEHOLDER}"`, '"#"');
}

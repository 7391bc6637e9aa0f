import type { RenderedMail } from '@clarity-keep/mail';

/** The HTML of a mail as a file that stands alone: its pictures are in it. */
export function withPictures({ html, images }: Pick<RenderedMail, 'html' | 'images'>): string {
  // In attributes alone: what visitors typed cannot hold a quotation mark there.
  return images.reduce(
    (rest, { cid, png }) =>
      rest.replaceAll(`"cid:${cid}"`, `"data:image/png;base64,${png.toString('base64')}"`),
    html,
  );
}

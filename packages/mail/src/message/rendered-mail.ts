/** A mail without its recipient: a placeholder stands where the recipient's own unsubscribe link belongs. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** Shown by `<img src="cid:...">`. */
  images: { cid: string; png: Buffer }[];
}

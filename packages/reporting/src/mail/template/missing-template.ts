import type { MailView } from '../view/mail-view.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';

/** What needs attention in full, where the line at the top could not say all of it. */
export function missingTemplate(missing: MailView['missing']): Mjml | null {
  if (missing === null || missing.others === null) return null;
  return mjml`
  <mj-text>
    <h2>Needs attention</h2>
    <ul>${missing.sentences.map((sentence) => mjml`<li>${sentence}</li>`)}</ul>
  </mj-text>
`;
}

import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { LAYOUT } from './table.ts';

/** Above the paper: whose mail it is. */
export function deskTop(issue: string): Mjml {
  return mjml`<mj-section padding="20px 24px 14px" background-color="#eef1f5" css-class="desk"><mj-column>
  <mj-text>
    <table ${LAYOUT}><tr><td class="brand"><span class="mark">&nbsp;</span> &nbsp;Clarity Keep</td><td class="issue">${issue}</td></tr></table>
  </mj-text>
</mj-column></mj-section>`;
}

/** What stands below the paper. */
export interface DeskNotes {
  method: readonly string[];
  reason: string;
  unsubscribe: string;
}

/** Below it: how the numbers were made, why the mail came, and how to unsubscribe. */
export function deskBottom({ method, reason, unsubscribe }: DeskNotes): Mjml {
  return mjml`<mj-section padding="20px 24px 44px" background-color="#eef1f5" css-class="desk"><mj-column>
  <mj-text>
    ${method.map((note) => mjml`<p class="small foot">${note}</p>`)}
    <p class="small foot">${reason} <a href="${unsubscribe}">Unsubscribe</a></p>
  </mj-text>
</mj-column></mj-section>`;
}

import { LAYOUT } from './table.ts';

/** Above the paper: whose mail it is. */
export function deskTop(issue: string): string {
  return `<mj-section padding="20px 24px 14px" background-color="#eef1f5" css-class="desk"><mj-column>
  <mj-text>
    <table ${LAYOUT}><tr><td class="brand"><span class="mark">&nbsp;</span> &nbsp;Clarity Keep</td><td class="issue">${issue}</td></tr></table>
  </mj-text>
</mj-column></mj-section>`;
}

/** Below it: how the numbers were made, why the mail came, and how to be rid of it. */
export const deskBottom = `<mj-section padding="20px 24px 44px" background-color="#eef1f5" css-class="desk"><mj-column>
  <mj-text>
    <% it.method.forEach((note) => { %><p class="small foot"><%= note %></p><% }) %>
    <p class="small foot"><%= it.reason %> <a href="<%= it.unsubscribe %>">Unsubscribe</a></p>
  </mj-text>
</mj-column></mj-section>`;

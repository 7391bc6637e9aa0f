import type { AudienceSection } from '../view/audience-view.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { bar, DATA } from './table.ts';

/** How visitors of different kinds fared. */
export function audienceTemplate(sections: readonly AudienceSection[]): Mjml | null {
  if (sections.length === 0) return null;
  return mjml`
  <mj-text>
    <h2>By device, referrer and source</h2>
    ${sections.map(section)}
  </mj-text>
`;
}

function section({ title, rows, notes }: AudienceSection): Mjml {
  return mjml`
    <h3 class="sub">${title}</h3>
    ${rows.length > 0 ? table(rows) : null}
    ${notes.map((note) => mjml`<p class="small note">${note}</p>`)}
    `;
}

function table(rows: AudienceSection['rows']): Mjml {
  return mjml`
    <table ${DATA}>
      ${rows.map(
        ({ label, detail, value, bar: width }) => mjml`
      <tr valign="top"><th scope="row" class="row">${label}${detail === '' ? null : mjml`<div class="thin">${detail}</div>`}</th><td class="gauge"><b>${value}</b>${bar(width)}</td></tr>
      `,
      )}
    </table>
    `;
}

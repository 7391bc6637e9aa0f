import type { Outcomes } from '../view/outcomes-view.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';

/** What came of the weeks before: pages that got better, fixes, what is resolved and muted. */
export function outcomesTemplate(all: readonly Outcomes[]): Mjml | null {
  if (all.length === 0) return null;
  return mjml`
  <mj-text>
    <h2>Fixes and progress</h2>
    ${all.map(
      ({ title, items, more }) => mjml`
    <h3 class="sub">${title}</h3>
    ${items.map(item)}
    ${more === null ? null : mjml`<p class="small">${more}</p>`}
    `,
    )}
  </mj-text>
`;
}

function item({ label, tone, badge, text }: Outcomes['items'][number]): Mjml {
  return mjml`
    <div class="entry"><b>${label}</b> &nbsp;<span class="${tone}">${badge}</span><div class="small">${text}</div></div>
    `;
}

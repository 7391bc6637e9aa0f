import type { MailView } from '../view/mail-view.ts';
import { clarityButtons, textLinks } from './clarity-links.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { LAYOUT } from './table.ts';

type Advice = NonNullable<MailView['advice']>;

/** What to do: a card each for the first, a line for the others. */
export function adviceTemplate(advice: MailView['advice']): Mjml | null {
  if (advice === null) return null;
  const { full, more } = advice;
  return mjml`
  <mj-text>
    <h2>Do this first</h2>
    ${full.map((one, index) => [index > 0 ? mjml`<p class="gap">&nbsp;</p>` : null, card(one)])}
    ${more.length > 0 ? mjml`<p class="gap">&nbsp;</p>` : null}
    ${more.map(
      (one) => mjml`
    <div class="entry"><h3>${one.number} &nbsp;${one.title}</h3><div class="small">${one.evidence}<br>${one.ratings} &nbsp; ${textLinks(one.links)}</div></div>
    `,
    )}
  </mj-text>
`;
}

function card(one: Advice['full'][number]): Mjml {
  const { number, title, ratings, evidence, words, causes, checkFirst, links, verify } = one;
  const hasLinks = links.recordings !== null || links.heatmap !== null;
  return mjml`
    <table ${LAYOUT}><tr><td class="card">
      <table ${LAYOUT}><tr>
        <td class="number"><span class="disc">${number}</span></td>
        <td><h3>${title}</h3><span class="chip">${ratings}</span></td>
      </tr></table>
      ${evidence.length > 0 ? mjml`<div class="part">${list(evidence)}</div>` : null}
      ${words === null ? null : mjml`<p class="part">${words.text} <span class="small">(written by AI, ${words.author})</span></p>`}
      ${causes.length > 0 ? mjml`<div class="part"><b>Likely causes</b>${list(causes)}</div>` : null}
      ${checkFirst === null ? null : mjml`<p class="part"><b>Check first.</b> ${checkFirst}</p>`}
      ${hasLinks ? mjml`<p>${clarityButtons(links)}</p>` : null}
      <p class="part"><b>Did it work?</b> ${verify}</p>
    </td></tr></table>
    `;
}

function list(lines: readonly string[]): Mjml {
  return mjml`<ul>${lines.map((line) => mjml`<li>${line}</li>`)}</ul>`;
}

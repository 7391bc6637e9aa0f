import { PAGES_CID } from '../../charts/draw-charts.ts';
import type { MailView } from '../view/mail-view.ts';
import { textLinks } from './clarity-links.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { bar, DATA, LAYOUT } from './table.ts';

type Page = NonNullable<MailView['pages']>['proven'][number];

/** The pages that frustrate most: with their numbers where that is proven, on a line each otherwise. */
export function pagesTemplate(pages: MailView['pages']): Mjml | null {
  if (pages === null) return null;
  const { title, intro, chart, proven, others, notes } = pages;
  return mjml`
  <mj-text><h2>${title}</h2><p class="small tail">${intro}</p></mj-text>
  ${chart === null ? null : mjml`<mj-image src="cid:${PAGES_CID}" alt="${chart.alt}" />`}
  <mj-text>
    ${proven.map(pageInFull)}
    ${others.map(pageOnALine)}
    ${notes.map((note) => mjml`<p class="small note">${note}</p>`)}
  </mj-text>
`;
}

function pageInFull({
  rank,
  label,
  verdict,
  facts,
  impact,
  signals,
  remarks,
  ...page
}: Page): Mjml {
  return mjml`
    <table ${LAYOUT}><tr><td class="entry"><h3>${rank} &nbsp;${label}</h3><span class="chip chip-${verdict.tone}">${verdict.text}</span> <span class="thin">${facts}</span></td><td class="impact"><b>${impact}</b><br><span class="thin">impact</span></td></tr></table>
    ${bar(page.bar, ' hot')}
    <table ${DATA}>
      ${signals.map(signalRow)}
    </table>
    <p class="small tail">${remarks.map((remark) => mjml`${remark}<br>`)}${textLinks(page.links)}</p>
    `;
}

function signalRow({ name, detail, site, rate, interval, change }: Page['signals'][number]): Mjml {
  return mjml`
      <tr valign="top"><th scope="row" class="row"><b>${name}</b><div class="thin">${detail}<br>${site}</div></th>
      <td class="value"><b>${rate}</b>${interval === null ? null : ` (${interval})`}<br><span class="${change.tone}">${change.text}</span>${change.detail === null ? null : mjml`<div class="thin">${change.detail}</div>`}</td></tr>
      `;
}

function pageOnALine({ rank, label, verdict, sessions }: Page): Mjml {
  return mjml`
    <div class="entry">${rank} &nbsp;<b>${label}</b><div class="small"><span class="${verdict.tone}">${verdict.text}</span> · ${sessions} · no proven impact</div></div>
    `;
}

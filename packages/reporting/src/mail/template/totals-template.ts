import type { MailView } from '../view/mail-view.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { DATA, LAYOUT } from './table.ts';

type Totals = NonNullable<MailView['totals']>;

/** The week's numbers beside those of the weeks before. */
export function totalsTemplate(totals: MailView['totals']): Mjml | null {
  if (totals === null) return null;
  const { cards, signals, unknown, note } = totals;
  return mjml`
  <mj-text>
    <h2>The week in numbers</h2>
    <table ${LAYOUT}>
    ${cards.map((card, index) => cardCell(card, { isLeft: index % 2 === 0, isLast: index === cards.length - 1 }))}
    </table>
    ${signals.length > 0 ? signalsTable(signals) : null}
    ${unknown === null ? null : mjml`<p class="small note">${unknown}</p>`}
    <p class="small note">${note}</p>
  </mj-text>
`;
}

/** Two cells a row. */
function cardCell(
  { label, value, change, before, baseline }: Totals['cards'][number],
  { isLeft, isLast }: { isLeft: boolean; isLast: boolean },
): Mjml {
  const end = isLeft ? (isLast ? mjml`<td></td></tr>` : null) : mjml`</tr>`;
  return mjml`
      ${isLeft ? mjml`<tr>` : null}
      <td class="stat">
        ${label}<p class="figure">${value}</p><b class="strong">${change}</b>${[before, baseline].map((line) => (line === null ? null : mjml`<br>${line}`))}
      </td>
      ${end}
    `;
}

function signalsTable(signals: Totals['signals']): Mjml {
  return mjml`
    <table ${DATA}>
      <tr><th scope="col" class="head">Sessions with</th><th scope="col" class="head right">this week, and the change</th></tr>
      ${signals.map(signalRow)}
    </table>
    `;
}

function signalRow({
  name,
  detail,
  baseline,
  value,
  change,
  before,
}: Totals['signals'][number]): Mjml {
  const beside = [change.detail, before].filter((part) => part !== null).join(', ');
  return mjml`
      <tr valign="top"><th scope="row" class="row"><b>${name}</b><div class="thin">${detail}${baseline === null ? null : mjml`<br>${baseline}`}</div></th>
      <td class="value"><b>${value}</b><br><span class="${change.tone}">${change.text}</span><div class="thin">${beside}</div></td></tr>
      `;
}

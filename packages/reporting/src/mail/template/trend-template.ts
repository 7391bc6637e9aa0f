import { TREND_CID } from '../../charts/draw-charts.ts';
import type { MailView } from '../view/mail-view.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { bar, DATA } from './table.ts';

type Trend = NonNullable<MailView['trend']>;

/** Eight weeks: the chart, and the same as bars for readers whose images are blocked. */
export function trendTemplate(trend: MailView['trend']): Mjml | null {
  if (trend === null) return null;
  const { title, chart, mainName, rows, note } = trend;
  return mjml`
  <mj-text><h2>${title}</h2></mj-text>
  ${chart === null ? null : mjml`<mj-image src="cid:${TREND_CID}" alt="${chart.alt}" />`}
  <mj-text>
    <p class="gap">&nbsp;</p>
    <table ${DATA}>
      <tr><th scope="col" class="head">Week</th><th scope="col" class="head" colspan="2">Sessions</th>${mainName === null ? null : mjml`<th scope="col" class="head right">${mainName}</th>`}</tr>
      ${rows.map((row) => weekRow(row, { hasRate: mainName !== null }))}
    </table>
    ${note === null ? null : mjml`<p class="small note">${note}</p>`}
  </mj-text>
`;
}

function weekRow(row: Trend['rows'][number], { hasRate }: { hasRate: boolean }): Mjml {
  const { week, isThisWeek, sessions } = row;
  return mjml`
      <tr><th scope="row" class="week">${isThisWeek ? mjml`<b class="strong">${week}</b>` : week}</th>
      ${
        sessions === null
          ? mjml`<td class="hole" colspan="3">${row.hole}</td>`
          : mjml`<td class="week-bar">${bar(row.bar)}</td><td class="week-value">${sessions}</td>${hasRate ? mjml`<td class="week-rate">${row.rate}</td>` : null}`
      }</tr>
      `;
}

import { TREND_CID } from '../../charts/draw-charts.ts';
import { bar, DATA } from './table.ts';

/** Eight weeks: the chart, and the same as bars for readers whose images are blocked. */
export const trendTemplate = `<% if (it.trend !== null) { %>
  <mj-text><h2><%= it.trend.title %></h2></mj-text>
  <% if (it.trend.chart !== null) { %><mj-image src="cid:${TREND_CID}" alt="<%= it.trend.chart.alt %>" /><% } %>
  <mj-text>
    <p class="gap">&nbsp;</p>
    <table ${DATA}>
      <tr><th scope="col" class="head">Week</th><th scope="col" class="head" colspan="2">Sessions</th><% if (it.trend.mainName !== null) { %><th scope="col" class="head right"><%= it.trend.mainName %></th><% } %></tr>
      <% it.trend.rows.forEach((row) => { %>
      <tr><th scope="row" class="week"><% if (row.isThisWeek) { %><b class="strong"><%= row.week %></b><% } else { %><%= row.week %><% } %></th>
      <% if (row.sessions === null) { %><td class="hole" colspan="3"><%= row.hole %></td><% } else { %><td class="week-bar">${bar('row.bar')}</td><td class="week-value"><%= row.sessions %></td><% if (it.trend.mainName !== null) { %><td class="week-rate"><%= row.rate ?? '' %></td><% } %><% } %></tr>
      <% }) %>
    </table>
    <% if (it.trend.note !== null) { %><p class="small note"><%= it.trend.note %></p><% } %>
  </mj-text>
<% } %>`;

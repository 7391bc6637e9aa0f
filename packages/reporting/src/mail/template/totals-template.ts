import { DATA, LAYOUT } from './table.ts';

/** The week's numbers beside those of the weeks before. */
export const totalsTemplate = `<% if (it.totals !== null) { %>
  <mj-text>
    <h2>The week in numbers</h2>
    <table ${LAYOUT}>
    <% it.totals.cards.forEach((card, index) => { %>
      <% if (index % 2 === 0) { %><tr><% } %>
      <td class="stat">
        <%= card.label %><p class="figure"><%= card.value %></p><b class="strong"><%= card.change %></b><% if (card.before !== null) { %><br><%= card.before %><% } %><% if (card.baseline !== null) { %><br><%= card.baseline %><% } %>
      </td>
      <% if (index % 2 === 1) { %></tr><% } else if (index === it.totals.cards.length - 1) { %><td></td></tr><% } %>
    <% }) %>
    </table>
    <% if (it.totals.signals.length > 0) { %>
    <table ${DATA}>
      <tr><th scope="col" class="head">Sessions with</th><th scope="col" class="head right">this week, and the change</th></tr>
      <% it.totals.signals.forEach((signal) => { %>
      <tr valign="top"><th scope="row" class="row"><b><%= signal.name %></b><div class="thin"><%= signal.detail %><% if (signal.baseline !== null) { %><br><%= signal.baseline %><% } %></div></th>
      <td class="value"><b><%= signal.value %></b><br><span class="<%= signal.change.tone %>"><%= signal.change.text %></span><div class="thin"><%= [signal.change.detail, signal.before].filter((part) => part !== null).join(', ') %></div></td></tr>
      <% }) %>
    </table>
    <% } %>
    <% if (it.totals.unknown !== null) { %><p class="small note"><%= it.totals.unknown %></p><% } %>
    <p class="small note"><%= it.totals.note %></p>
  </mj-text>
<% } %>`;

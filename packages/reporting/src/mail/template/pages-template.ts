import { PAGES_CID } from '../../charts/draw-charts.ts';
import { bar, DATA, LAYOUT, textLinks } from './table.ts';

/** The pages that frustrate most: with their numbers where that is proven, on a line each otherwise. */
export const pagesTemplate = `<% if (it.pages !== null) { %>
  <mj-text><h2><%= it.pages.title %></h2><p class="small tail"><%= it.pages.intro %></p></mj-text>
  <% if (it.pages.chart !== null) { %><mj-image src="cid:${PAGES_CID}" alt="<%= it.pages.chart.alt %>" /><% } %>
  <mj-text>
    <% it.pages.proven.forEach((page) => { %>
    <table ${LAYOUT}><tr><td class="entry"><h3><%= page.rank %> &nbsp;<%= page.label %></h3><span class="chip chip-<%= page.verdict.tone %>"><%= page.verdict.text %></span> <span class="thin"><%= page.facts %></span></td><td class="impact"><b><%= page.impact %></b><br><span class="thin">impact</span></td></tr></table>
    ${bar('page.bar', `' hot'`)}
    <table ${DATA}>
      <% page.signals.forEach((signal) => { %>
      <tr valign="top"><th scope="row" class="row"><b><%= signal.name %></b><div class="thin"><%= signal.detail %><br><%= signal.site %></div></th>
      <td class="value"><b><%= signal.rate %></b><% if (signal.interval !== null) { %> (<%= signal.interval %>)<% } %><br><span class="<%= signal.change.tone %>"><%= signal.change.text %></span><% if (signal.change.detail !== null) { %><div class="thin"><%= signal.change.detail %></div><% } %></td></tr>
      <% }) %>
    </table>
    <p class="small tail"><% page.remarks.forEach((remark) => { %><%= remark %><br><% }) %>${textLinks('page.links')}</p>
    <% }) %>
    <% it.pages.others.forEach((page, index) => { %>
    <div class="entry"><%= page.rank %> &nbsp;<b><%= page.label %></b><div class="small"><span class="<%= page.verdict.tone %>"><%= page.verdict.text %></span> · <%= page.sessions %> · no proven impact</div></div>
    <% }) %>
    <% it.pages.notes.forEach((note) => { %><p class="small note"><%= note %></p><% }) %>
  </mj-text>
<% } %>`;

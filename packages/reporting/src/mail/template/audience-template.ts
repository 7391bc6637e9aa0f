import { bar, DATA } from './table.ts';

/** How visitors of different kinds fared. */
export const audienceTemplate = `<% if (it.audience.length > 0) { %>
  <mj-text>
    <h2>By device, referrer and source</h2>
    <% it.audience.forEach((section) => { %>
    <h3 class="sub"><%= section.title %></h3>
    <% if (section.rows.length > 0) { %>
    <table ${DATA}>
      <% section.rows.forEach((row) => { %>
      <tr valign="top"><th scope="row" class="row"><%= row.label %><% if (row.detail !== '') { %><div class="thin"><%= row.detail %></div><% } %></th><td class="gauge"><b><%= row.value %></b>${bar('row.bar')}</td></tr>
      <% }) %>
    </table>
    <% } %>
    <% section.notes.forEach((note) => { %><p class="small note"><%= note %></p><% }) %>
    <% }) %>
  </mj-text>
<% } %>`;

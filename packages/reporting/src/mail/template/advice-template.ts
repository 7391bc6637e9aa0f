import { clarityButtons, LAYOUT, textLinks } from './table.ts';

/** What to do: a card each for the first, a line for the others. */
export const adviceTemplate = `<% if (it.advice !== null) { %>
  <mj-text>
    <h2>Do this first</h2>
    <% it.advice.full.forEach((one, index) => { %>
    <% if (index > 0) { %><p class="gap">&nbsp;</p><% } %>
    <table ${LAYOUT}><tr><td class="card">
      <table ${LAYOUT}><tr>
        <td class="number"><span class="disc"><%= one.number %></span></td>
        <td><h3><%= one.title %></h3><% one.chips.forEach((chip) => { %><span class="chip"><%= chip %></span><% }) %></td>
      </tr></table>
      <% if (one.evidence.length > 0) { %><div class="part"><ul><% one.evidence.forEach((line) => { %><li><%= line %></li><% }) %></ul></div><% } %>
      <% if (one.words !== null) { %><p class="part"><%= one.words.text %> <span class="small">(worded by a model, <%= one.words.author %>)</span></p><% } %>
      <% if (one.causes.length > 0) { %><div class="part"><b>Likely causes</b><ul><% one.causes.forEach((line) => { %><li><%= line %></li><% }) %></ul></div><% } %>
      <% if (one.checkFirst !== null) { %><p class="part"><b>Check first.</b> <%= one.checkFirst %></p><% } %>
      <% if (one.links.recordings !== null || one.links.heatmap !== null) { %><p>${clarityButtons('one.links')}</p><% } %>
      <p class="part"><b>Did it work?</b> <%= one.verify %></p>
    </td></tr></table>
    <% }) %>
    <% if (it.advice.more.length > 0) { %><p class="gap">&nbsp;</p><% } %>
    <% it.advice.more.forEach((one) => { %>
    <div class="entry"><h3><%= one.number %> &nbsp;<%= one.title %></h3><div class="small"><%= one.evidence %><br><%= one.chips.join(' · ') %> &nbsp; ${textLinks('one.links')}</div></div>
    <% }) %>
  </mj-text>
<% } %>`;

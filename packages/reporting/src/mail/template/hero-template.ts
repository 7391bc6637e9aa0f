import { LAYOUT } from './table.ts';

/** What week it is of which project, what matters most in it, and what is missing from it. */
export const heroTemplate = `<mj-text>
    <% if (it.sample !== null) { %><table ${LAYOUT}><tr><td class="banner"><%= it.sample %></td></tr></table><p class="gap">&nbsp;</p><% } %>
    <% if (it.missing !== null) { %><table ${LAYOUT}><tr><td class="notice"><b>What is missing:</b> <%= it.missing.notice %><% if (it.missing.others !== null) { %> <%= it.missing.others %><% } %></td></tr></table><p class="gap">&nbsp;</p><% } %>
    <p class="small"><b class="strong"><%= it.project %></b> &nbsp;·&nbsp; <%= it.period %></p>
    <h1><%= it.headline %></h1>
    <p class="lead"><%= it.summary.text %></p>
    <% if (it.summary.author !== null) { %><p class="small note">Worded by a model (<%= it.summary.author %>) from the numbers of this report.</p><% } %>
    <% if (it.dashboard !== null) { %><p class="action"><a class="button" href="<%= it.dashboard %>">Open in Clarity</a></p><% } %>
  </mj-text>`;

import { mailFrame } from '../template/mail-frame.ts';
import { LAYOUT } from '../template/table.ts';

/**
 * The mail over all projects as an eta template of MJML, filled from a `DigestView`: `<%= %>` escapes.
 * The rows of the many have no classes: a style on each of them would be half of the mail.
 */
export const digestTemplate = mailFrame(
  'Weekly digest',
  `<mj-text>
    <p class="small"><b class="strong">All projects</b> &nbsp;·&nbsp; <%= it.period %></p>
    <h1><%= it.headline %></h1>
    <p class="lead"><%= it.summary %></p>
  </mj-text>
<% if (it.projects.length > 0) { %>
  <mj-text>
    <h2>Projects, the worst first</h2>
    <% it.projects.forEach((project) => { %>
    <table ${LAYOUT}><tr><td class="entry">
      <h3><%= project.name %></h3>
      <% if (project.badge !== null) { %><p><span class="chip chip-worse"><%= project.badge %></span></p><% } %>
      <p class="part"><%= project.headline %></p>
      <p class="small"><%= project.facts %></p>
      <% if (project.topPage !== null) { %><p class="small">Top page: <b class="strong"><%= project.topPage.label %></b>, impact <%= project.topPage.impact %><% if (project.topPage.signal !== null) { %>, <%= project.topPage.signal %><% } %>, <span class="<%= project.topPage.verdict.tone %>"><%= project.topPage.verdict.text %></span></p><% } %>
      <% if (project.gaps !== null) { %><p class="small"><b>What is missing:</b> <%= project.gaps %></p><% } %>
      <% if (project.dashboard !== null) { %><p class="small"><a href="<%= project.dashboard %>">Open in Clarity</a><% if (project.recordings !== null) { %> &nbsp; <a href="<%= project.recordings %>">Recordings of the top page</a><% } %></p><% } %>
    </td></tr></table>
    <% }) %>
  </mj-text>
<% } %>
<% if (it.others.length > 0) { %>
  <mj-text>
    <h2>The others</h2>
    <table width="100%" cellpadding="0" cellspacing="0" style="line-height: 26px;">
      <tr><th scope="col" class="head">Project</th><th scope="col" class="head right" width="72">Sessions</th><th scope="col" class="head right" width="64">Impact</th></tr>
      <% it.others.forEach((project) => { %><tr><td><% if (project.dashboard !== null) { %><a href="<%= project.dashboard %>"><%= project.name %></a><% } else { %><%= project.name %><% } %></td><td align="right"><%= project.sessions %></td><td align="right"><%= project.impact %></td></tr>
      <% }) %>
    </table>
    <% if (it.unlisted !== null) { %><p class="small note"><%= it.unlisted %></p><% } %>
  </mj-text>
<% } %>
<% if (it.without !== null) { %>
  <mj-text>
    <h2>Nothing collected</h2>
    <p><%= it.without %></p>
    <p class="small note">Run clarity-keep status to see why.</p>
  </mj-text>
<% } %>`,
);

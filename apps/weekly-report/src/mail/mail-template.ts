import { mailStyles } from './mail-styles.ts';

/**
 * The mail as an eta template of MJML, filled from a `MailView`: `<%= %>` escapes. One column, so that a
 * phone shows it as it is. Bars are table cells, because clients block images.
 */
export const mailTemplate = `<mjml lang="en">
<mj-head>
  <mj-title><%= it.subject %></mj-title>
  <mj-preview><%= it.preheader %></mj-preview>
  <mj-attributes>
    <mj-all font-family="-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
    <mj-text color="#1f2933" font-size="15px" line-height="22px" padding="0" />
    <mj-section padding="24px 24px 0" background-color="#ffffff" css-class="paper" />
    <mj-column padding="0" />
  </mj-attributes>
  ${mailStyles}
</mj-head>
<mj-body width="600px" background-color="#f3f4f6">
<mj-section padding="20px 24px 12px" background-color="#f3f4f6" css-class="desk"><mj-column>
  <mj-text><p class="small"><b class="strong">Clarity Keep</b> &nbsp;·&nbsp; Weekly report</p></mj-text>
</mj-column></mj-section>

<mj-section padding="28px 24px" border-radius="8px 8px 0 0"><mj-column>
  <mj-text>
    <p class="kicker"><%= it.project %></p>
    <p class="small"><%= it.period %></p>
    <h1><%= it.headline %></h1>
    <% if (it.dashboard !== null) { %><p class="more"><a class="button" href="<%= it.dashboard %>">Open in Clarity</a></p><% } %>
  </mj-text>
</mj-column></mj-section>

<% if (it.missing.length > 0) { %>
<mj-section padding="0 24px 8px"><mj-column>
  <mj-text>
    <table role="presentation" class="full gap" width="100%" cellpadding="0" cellspacing="0"><tr><td class="gap-cell">
      <h2 class="gap-title">&#9888;&#65038; What is missing</h2>
      <% it.missing.forEach((gap) => { %><p class="gap-line"><%= gap %></p>
      <% }) %>
    </td></tr></table>
  </mj-text>
</mj-column></mj-section>
<% } %>

<% if (it.totals !== null) { %>
<mj-section><mj-column>
  <mj-text>
    <h2>The week in numbers</h2>
    <table role="presentation" class="full" width="100%" cellpadding="0" cellspacing="0">
    <% it.totals.cards.forEach((card, index) => { %>
      <% if (index % 2 === 0) { %><tr><% } %>
      <td class="card">
        <p class="small"><%= card.label %></p>
        <p class="figure"><%= card.value %></p>
        <p class="small"><span class="<%= card.change.tone %>"><%= card.change.text %></span></p>
        <p class="small">before: <%= card.before %></p>
      </td>
      <% if (index % 2 === 1) { %></tr><% } else if (index === it.totals.cards.length - 1) { %><td></td></tr><% } %>
    <% }) %>
    </table>
    <% if (it.totals.signals.length > 0) { %>
    <table class="full" width="100%" cellpadding="0" cellspacing="0">
      <tr><th scope="col" class="head">Sessions with</th><th scope="col" class="head right">this week</th><th scope="col" class="head right">change</th></tr>
      <% it.totals.signals.forEach((signal) => { %>
      <tr>
        <th scope="row" class="cell"><%= signal.name %><br><span class="small"><%= signal.detail %></span></th>
        <td class="cell"><b class="strong"><%= signal.value %></b></td>
        <td class="cell change"><span class="<%= signal.change.tone %>"><%= signal.change.text %></span><br><span class="small">before <%= signal.before %></span></td>
      </tr>
      <% }) %>
    </table>
    <% } %>
    <% if (it.totals.unknown !== null) { %><p class="small note"><%= it.totals.unknown %></p><% } %>
    <p class="small note"><%= it.totals.note %></p>
  </mj-text>
</mj-column></mj-section>
<% } %>

<% if (it.pages !== null) { %>
<mj-section padding="36px 24px 0"><mj-column>
  <mj-text>
    <h2>Pages that frustrate most</h2>
    <p class="small"><%= it.pages.intro %></p>
    <% if (it.pages.empty !== null) { %><p class="note"><%= it.pages.empty %></p><% } %>
    <% it.pages.rows.forEach((page) => { %>
    <table role="presentation" class="full page" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        <td class="rank"><%= page.rank %></td>
        <td class="page-name"><%= page.label %></td>
        <td class="page-impact right"><% if (page.isProven) { %><b class="strong"><%= page.impact %></b><br><span class="small">impact</span><% } else { %><span class="small">none proven</span><% } %></td>
      </tr>
      <tr><td></td><td colspan="2" class="small">
        <% if (page.isProven) { %><table role="presentation" class="full bar" width="100%" cellpadding="0" cellspacing="0"><tr><td class="bar-on" width="<%= Math.max(page.bar, 1) %>%">&nbsp;</td><% if (page.bar < 100) { %><td class="bar-off">&nbsp;</td><% } %></tr></table><% } %>
        <p><%= page.facts %></p>
        <% page.signals.forEach((signal) => { %>
        <p class="part"><b class="name"><%= signal.name %> <%= signal.rate %></b> (<%= signal.site %>)<br><%= signal.detail %> · impact <%= signal.impact %></p>
        <% }) %>
        <% if (page.others !== null) { %><p class="part"><%= page.others %></p><% } %>
        <% if (page.links.recordings !== null) { %><p class="links"><a href="<%= page.links.recordings %>">Recordings</a> &nbsp; <a href="<%= page.links.heatmap %>">Heatmap</a></p><% } %>
      </td></tr>
    </table>
    <% }) %>
    <% if (it.pages.note !== null) { %><p class="small note"><%= it.pages.note %></p><% } %>
  </mj-text>
</mj-column></mj-section>
<% } %>

<% it.audience.forEach((section) => { %>
<mj-section padding="36px 24px 0"><mj-column>
  <mj-text>
    <h2><%= section.title %></h2>
    <% if (section.rows.length > 0) { %>
    <table class="full bars" width="100%" cellpadding="0" cellspacing="0">
      <% section.rows.forEach((row) => { %>
      <tr><th scope="row" class="bar-label"><%= row.label %><% if (row.detail !== '') { %> <span class="small"><%= row.detail %></span><% } %></th><td class="bar-value right"><b class="strong"><%= row.value %></b></td></tr>
      <tr><td colspan="2" class="bar-row"><table role="presentation" class="full bar" width="100%" cellpadding="0" cellspacing="0"><tr><% if (row.bar > 0) { %><td class="bar-calm" width="<%= row.bar %>%">&nbsp;</td><% } %><% if (row.bar < 100) { %><td class="bar-off">&nbsp;</td><% } %></tr></table></td></tr>
      <% }) %>
    </table>
    <% } %>
    <% section.notes.forEach((note) => { %><p class="small note"><%= note %></p>
    <% }) %>
  </mj-text>
</mj-column></mj-section>
<% }) %>

<mj-section padding="16px 24px 24px" border-radius="0 0 8px 8px"><mj-column><mj-text><p class="small">&nbsp;</p></mj-text></mj-column></mj-section>
<mj-section padding="16px 24px 40px" background-color="#f3f4f6" css-class="desk"><mj-column>
  <mj-text>
    <% it.notes.forEach((note) => { %><p class="small footer"><%= note %></p>
    <% }) %>
  </mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`;

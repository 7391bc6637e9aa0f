/** What came of the weeks before: pages that got better, fixes judged, what is resolved and muted. */
export const outcomesTemplate = `<% if (it.outcomes.length > 0) { %>
  <mj-text>
    <h2>Fixes and progress</h2>
    <% it.outcomes.forEach((outcomes) => { %>
    <h3 class="sub"><%= outcomes.title %></h3>
    <% outcomes.items.forEach((item) => { %>
    <div class="entry"><b><%= item.label %></b> &nbsp;<span class="<%= item.tone %>"><%= item.badge %></span><div class="small"><%= item.text %></div></div>
    <% }) %>
    <% if (outcomes.more !== null) { %><p class="small"><%= outcomes.more %></p><% } %>
    <% }) %>
  </mj-text>
<% } %>`;

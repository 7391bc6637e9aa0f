/** What is missing in full, where the line at the top could not say all of it. */
export const missingTemplate = `<% if (it.missing !== null && it.missing.others !== null) { %>
  <mj-text>
    <h2>What is missing</h2>
    <ul><% it.missing.sentences.forEach((sentence) => { %><li><%= sentence %></li><% }) %></ul>
  </mj-text>
<% } %>`;

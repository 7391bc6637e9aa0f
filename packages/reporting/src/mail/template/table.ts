/** A table that lays out and holds no data, as wide as its place. */
export const LAYOUT = 'role="presentation" width="100%" cellpadding="0" cellspacing="0"';

/** A table of data. */
export const DATA = 'class="data" width="100%" cellpadding="0" cellspacing="0"';

/** A bar of table cells: `width` and `tone` are eta expressions. */
export function bar(width: string, tone = `''`): string {
  return `<table class="bar" ${LAYOUT}><tr><% if (${width} > 0) { %><td class="fill<%= ${tone} %>" width="<%= ${width} %>%">&nbsp;</td><% } %><% if (${width} < 100) { %><td class="track">&nbsp;</td><% } %></tr></table>`;
}

/** Buttons to recordings and heatmap in Clarity: `links` is an eta expression. */
export function clarityButtons(links: string): string {
  return (
    link(links, 'recordings', 'class="quiet" ', 'Watch recordings') +
    link(links, 'heatmap', 'class="quiet" ', 'Open heatmap')
  );
}

/** The same as words in a line. */
export function textLinks(links: string): string {
  return `${link(links, 'recordings', '', 'Recordings')} &nbsp; ${link(links, 'heatmap', '', 'Heatmap')}`;
}

function link(links: string, name: string, attributes: string, words: string): string {
  return `<% if (${links}.${name} !== null) { %><a ${attributes}href="<%= ${links}.${name} %>">${words}</a><% } %>`;
}

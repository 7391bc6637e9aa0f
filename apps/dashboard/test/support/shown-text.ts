import type { ReactElement } from 'react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** What somebody reads of a part of the page: a line for each cell, entry and paragraph. */
export function shownText(element: ReactElement): string[] {
  return markup(element)
    .replaceAll(/<\/(?:td|th|li|p|dt|dd|div|h\d|summary|span)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The cells of each row of the body of a table, a dash for what is unknown. */
export function shownRows(element: ReactElement): string[][] {
  const [, body = ''] = /<tbody[^>]*>(.*)<\/tbody>/s.exec(markup(element)) ?? [];
  return body
    .split('</tr>')
    .filter((row) => row !== '')
    .map((row) =>
      row
        .replaceAll(/<span class="visually-hidden">.*?<\/span>/g, '')
        .split(/<\/t[dh]>/)
        .slice(0, -1)
        .map((cell) => cell.replaceAll(/<[^>]*>/g, '').trim()),
    );
}

/** As HTML, at the address of the overview. */
export function markup(element: ReactElement): string {
  return renderToStaticMarkup(
    createElement(Router, { ssrPath: '/', ssrSearch: '', children: element }),
  );
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The links of a page to a heading that does not exist, `numbers.md#impact`, relative to the root. */
export function deadAnchors(options: { root: string; document: string; text: string }): string[] {
  const { root, document, text } = options;
  const links = [...withoutCode(text).matchAll(/\]\(<?([^)\s>#:]*)#([^)\s>]+)/g)];
  return links.flatMap(([, target = '', anchor = '']) => {
    const path = target === '' ? document : join(dirname(document), decodeURI(target));
    if (target !== '' && !isPage(join(root, path))) return [];
    const page = target === '' ? text : readFileSync(join(root, path), 'utf8');
    return anchorsOf(page).has(anchor) ? [] : [`${path}#${anchor}`];
  });
}

/** The names that GitHub gives the headings of a page. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of page.replaceAll(/^```.*?^```/gms, '').matchAll(/^#+ +(.*)$/gm)) {
    const name = heading
      .toLowerCase()
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
    let unique = name;
    for (let copy = 1; anchors.has(unique); copy += 1) unique = `${name}-${copy}`;
    anchors.add(unique);
  }
  return anchors;
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
}

function isPage(path: string): boolean {
  return path.endsWith('.md') && existsSync(path);
}

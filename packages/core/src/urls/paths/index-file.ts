import { withoutEndSlashes } from '../spelling/trim-end.ts';

const INDEX_FILE = /^(?:index|default)\.(?:html?|xhtml|shtml|php\d?|aspx?|jsp|cfm|cgi)$/i;

/** A canonical path without the file that a server shows for a folder: `/shop/index.html` is `/shop`. */
export function withoutIndexFile(path: string): string {
  let folder = withoutEndSlashes(path);
  for (;;) {
    const slash = folder.lastIndexOf('/');
    if (slash === -1 || !INDEX_FILE.test(folder.slice(slash + 1))) return folder;
    folder = withoutEndSlashes(folder.slice(0, slash));
  }
}

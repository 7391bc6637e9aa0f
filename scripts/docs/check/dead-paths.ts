import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Made by running something, so not there in a fresh clone. */
const MADE_LATER =
  /(^|\/)(dist|generated|node_modules|\.toolchain)(\/|$)|\.(db|eml)$|^demo\/weekly-report\.|^bench\/results/;

/**
 * The relative links of a Markdown text, and the paths it names in code, that lead nowhere.
 * A link is relative to the document, a path in code to the root: its first part is a folder there.
 */
export function deadPaths(options: { root: string; document: string; text: string }): string[] {
  const { root, document, text } = options;
  const folder = dirname(document);
  const links = linksIn(text).map((link) => join(folder, link));
  const paths = [...links, ...pathsInCode(text, foldersOf(root))];
  return [...new Set(paths)].filter(
    (path) => !MADE_LATER.test(path) && !existsSync(join(root, path)),
  );
}

function linksIn(text: string): string[] {
  const withoutCode = text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...withoutCode.matchAll(/\]\(<?([^)\s>]+)/g)]
    .map(([, target = '']) => decodeURI(target.split('#', 1)[0] ?? ''))
    .filter((target) => target !== '' && !/^[a-z][a-z+.-]*:/i.test(target));
}

function pathsInCode(text: string, folders: readonly string[]): string[] {
  const code = [...text.matchAll(/^```.*?^```|`[^`\n]*`/gms)].map(([span]) => span);
  return code
    .flatMap((span) => span.split(/[\s`'"(),;:|]+/))
    .map((word) => word.replace(/^\.\//, '').replace(/[./]+$/, ''))
    .filter((word) => folders.some((name) => word.startsWith(`${name}/`)))
    .filter((word) => !/[*<>{}$]|\.\.\./.test(word));
}

function foldersOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

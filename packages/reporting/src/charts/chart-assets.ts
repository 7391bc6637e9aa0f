import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

/** Bundling copies each file that is resolved in this way, and makes it the path beside the bundle. */
const wasm = packages.resolve('@resvg/resvg-wasm/index_bg.wasm');
const fonts = [
  packages.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'),
  packages.resolve('@fontsource/inter/files/inter-latin-600-normal.woff2'),
  packages.resolve('@fontsource/inter/files/inter-latin-ext-400-normal.woff2'),
  packages.resolve('@fontsource/inter/files/inter-greek-400-normal.woff2'),
  packages.resolve('@fontsource/inter/files/inter-cyrillic-400-normal.woff2'),
];

/** The WebAssembly that draws. */
export function rasteriser(): Promise<Uint8Array> {
  return readFile(wasm);
}

/** The faces that charts are written in. */
export function chartFonts(): Promise<Uint8Array[]> {
  return Promise.all(fonts.map((path) => readFile(path)));
}

import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { chartFonts, rasteriser } from './chart-assets.ts';

let ready: Promise<void> | undefined;

/** An SVG as a PNG, `zoom` pixels to each of its own, its text in our font alone. */
export async function svgToPng(svg: string, { zoom }: { zoom: number }): Promise<Buffer> {
  // It may be started once in a process.
  ready ??= rasteriser().then((wasm) => initWasm(wasm));
  const [fontBuffers] = await Promise.all([chartFonts(), ready]);
  const resvg = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Inter', loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: zoom },
  });
  try {
    return Buffer.from(resvg.render().asPng());
  } finally {
    resvg.free();
  }
}

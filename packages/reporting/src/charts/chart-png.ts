import type { Chart } from './chart-style.ts';
import { CHART_WIDTH } from './chart-style.ts';
import { chartSvg } from './chart-svg.ts';
import { svgToPng } from './svg-to-png.ts';

/** Two pixels for each of the mail's 552 across, for screens of high density. */
const ZOOM = (2 * 552) / CHART_WIDTH;

/** A chart as a PNG. */
export async function chartPng(chart: Chart): Promise<Buffer> {
  return svgToPng(chartSvg(chart), { zoom: ZOOM });
}

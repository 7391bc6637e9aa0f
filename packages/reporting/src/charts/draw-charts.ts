import type { MailView } from '../mail/view/mail-view.ts';
import { pagesChart } from './pages-chart.ts';
import { trendChart } from './trend-chart.ts';

export const TREND_CID = 'trend@clarity-keep';
export const PAGES_CID = 'pages@clarity-keep';

/** The charts that a mail shows, as PNG. What draws them takes a while to load, and is loaded here. */
export async function drawCharts({
  trend,
  pages,
}: Pick<MailView, 'trend' | 'pages'>): Promise<{ cid: string; png: Buffer }[]> {
  const charts = [
    trend === null || trend.chart === null
      ? null
      : { cid: TREND_CID, chart: trendChart(trend.chart) },
    pages === null || pages.chart === null
      ? null
      : { cid: PAGES_CID, chart: pagesChart(pages.chart.bars) },
  ].filter((one) => one !== null);
  if (charts.length === 0) return [];
  const { chartPng } = await import('./chart-png.ts');
  return Promise.all(charts.map(async ({ cid, chart }) => ({ cid, png: await chartPng(chart) })));
}

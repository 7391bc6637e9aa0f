import { describe, expect, it } from 'vitest';
import { drawableLabel } from '../../src/charts/drawable-label.ts';
import { chartSvg } from '../../src/charts/chart-svg.ts';
import { CHART_WIDTH } from '../../src/charts/chart-style.ts';
import { drawCharts } from '../../src/charts/draw-charts.ts';
import { pagesChart } from '../../src/charts/pages-chart.ts';
import { svgToPng } from '../../src/charts/svg-to-png.ts';
import { trendChart } from '../../src/charts/trend-chart.ts';
import { mailView } from '../../src/mail/view/mail-view.ts';
import { aFirstWeek, anEmptyWeek, aSampleReport } from '../support/some-weeks.ts';
import { anOverlongReport, hostileTexts } from '../support/an-overlong-report.ts';

/** Width and height from the header of a PNG. */
function sizeOf(png: Buffer): { type: string; width: number; height: number } {
  return {
    type: png.toString('latin1', 1, 4),
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
  };
}

/** The texts of an SVG, in the order in which they are drawn. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

/** A chart of the sample, which has both. */
function chartsOf({ trend, pages } = mailView(aSampleReport())) {
  if (trend?.chart == null || pages?.chart == null) throw new Error('Expected both charts.');
  return { trend: trend.chart, pages: pages.chart };
}

describe('the charts of a mail', () => {
  it('are PNG of twice the width of the mail, and small', async () => {
    const charts = await drawCharts(mailView(aSampleReport()));
    expect(charts.map(({ cid, png }) => ({ cid, ...sizeOf(png) }))).toEqual([
      { cid: 'trend@clarity-keep', type: 'PNG', width: 1_104, height: expect.any(Number) },
      { cid: 'pages@clarity-keep', type: 'PNG', width: 1_104, height: expect.any(Number) },
    ]);
    expect(Math.max(...charts.map(({ png }) => png.length))).toBeLessThan(80_000);
  });

  it('are the same for the same report', async () => {
    const [first, second] = [
      await drawCharts(mailView(aSampleReport())),
      await drawCharts(mailView(aSampleReport())),
    ];
    expect(first).toEqual(second);
  });

  it('are left out where there is nothing to draw', async () => {
    expect(await drawCharts(mailView(anEmptyWeek()))).toEqual([]);
  });

  it('leave out a trend of one week', async () => {
    const charts = await drawCharts(mailView(aFirstWeek()));
    expect(charts.map(({ cid }) => cid)).toEqual(['pages@clarity-keep']);
  });

  it('are drawn of hostile names, too', async () => {
    const charts = await drawCharts(mailView(anOverlongReport(hostileTexts.script)));
    expect(charts.map(({ png }) => sizeOf(png).type)).toEqual(['PNG', 'PNG']);
  });
});

describe('the trend', () => {
  it('names its weeks, its sessions and the end of each line', () => {
    const texts = textsOf(chartSvg(trendChart(chartsOf().trend)));
    for (const text of ['28 Sep', '16 Nov', '12.4k', 'Rage clicks 3.0%', 'Error clicks 1.9%']) {
      expect(texts).toContain(text);
    }
  });

  it('draws no line over a week that is not known', () => {
    const { trend } = chartsOf();
    const [line] = trend.lines;
    expect(line?.rates[4]).toBeNull();
    const lines = chartSvg(trendChart(trend)).match(/<path d="M[^"]*" fill="none"[^>]*>/g) ?? [];
    const main = lines.filter((path) => path.includes('stroke="#c2410c"')).join('');
    // Two strokes: one on either side of the hole.
    expect(main.match(/M/g)).toHaveLength(2);
  });
});

describe('the pages', () => {
  it('have a bar for each, with its rank, its name and its impact', () => {
    const texts = textsOf(chartSvg(pagesChart(chartsOf().pages.bars)));
    for (const text of ['1  /checkout/payment', '469', 'Rage clicks', 'Excessive scrolling']) {
      expect(texts).toContain(text);
    }
  });

  it.each([
    ['/über-uns', '/über-uns'],
    ['/каталог', '/каталог'],
    ['/προϊόντα', '/προϊόντα'],
    ['/製品', ''],
    ['/منتجات', ''],
    ['/🧨', ''],
    ['/a-very-long-way-to-a-page-of-the-shop', '/a-very-long-wa…-the-shop'],
  ])('write %s as %j, which the font can', (label, drawn) => {
    expect(drawableLabel(label)).toBe(drawn);
  });

  it.each(['Aa09%', 'ÄßŁ', 'Ωμέγα', 'Каталог'])(
    'have a font that has every letter of %s',
    async (text) => {
      const svg = (words: string): string =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="40"><text y="30" font-family="Inter" font-size="20">${words}</text></svg>`;
      const drawn = await svgToPng(svg(text), { zoom: 1 });
      const blank = await svgToPng(svg('\u{E000}'.repeat(text.length)), { zoom: 1 });
      expect(drawn.equals(blank)).toBe(false);
    },
  );
});

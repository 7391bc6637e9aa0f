import { impactText, signals, signalTitle } from '@clarity-keep/core';
import type { ImpactBar } from '../mail/view/pages-view.ts';
import type { Chart } from './chart-style.ts';
import { CHART_WIDTH, chartColours, chartText, signalColours } from './chart-style.ts';
import { drawableLabel } from './drawable-label.ts';

const BAR = 26;

/** The impact of pages as bars, each made of its signals. */
export function pagesChart(bars: readonly ImpactBar[]): Chart {
  const present = signals.filter((signal) =>
    bars.some(({ parts }) => parts.some((part) => part.signal === signal)),
  );
  // The legend has room for three beside each other.
  const top = 14 + Math.ceil(present.length / 3) * 20;
  const totals = bars.map(({ parts }) => parts.reduce((sum, { impact }) => sum + impact, 0));
  return {
    width: CHART_WIDTH,
    height: top + bars.length * BAR + 14,
    option: {
      animation: false,
      backgroundColor: chartColours.paper,
      textStyle: chartText,
      legend: {
        left: 10,
        top: 10,
        width: CHART_WIDTH - 20,
        padding: 0,
        itemWidth: 10,
        itemHeight: 10,
        itemGap: 14,
        icon: 'roundRect',
        selectedMode: false,
        textStyle: chartText,
      },
      grid: { left: 186, right: 48, top, bottom: 10 },
      // A hair more than the longest: sums of parts differ in the last digit, and what is over is cut.
      xAxis: { type: 'value', show: false, max: Math.max(...totals) * 1.001 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ rank, label }) => `${rank}  ${drawableLabel(label)}`),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { ...chartText, color: chartColours.ink, margin: 10, interval: 0 },
      },
      series: [
        ...present.map((signal) => ({
          type: 'bar',
          stack: 'impact',
          name: signalTitle(signal),
          barWidth: 14,
          itemStyle: { color: signalColours[signal] },
          data: bars.map(({ parts }) => parts.find((part) => part.signal === signal)?.impact ?? 0),
        })),
        {
          type: 'bar',
          stack: 'impact',
          data: totals.map(() => 0),
          itemStyle: { color: 'transparent' },
          label: {
            show: true,
            position: 'right',
            ...chartText,
            color: chartColours.ink,
            fontWeight: 600,
            formatter: ({ dataIndex }: { dataIndex: number }) => impactText(totals[dataIndex] ?? 0),
          },
        },
      ],
    },
  };
}

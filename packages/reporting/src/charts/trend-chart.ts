import type { TrendWeek } from '@clarity-keep/core';
import {
  compactCount,
  dayAndMonth,
  firstDayOfWeek,
  percent,
  plainPercent,
} from '@clarity-keep/core';
import type { TrendLine } from '../mail/view/trend-view.ts';
import type { Chart } from './chart-style.ts';
import { CHART_WIDTH, chartColours, chartText, signalColours } from './chart-style.ts';

const LEFT = 36;
const RIGHT = 116;

/** Rates of signals over weeks, and below them the sessions. A week that is not known is a grey hole. */
export function trendChart({
  weeks,
  lines,
}: {
  weeks: readonly TrendWeek[];
  lines: readonly TrendLine[];
}): Chart {
  const names = weekLabels(weeks);
  const last = weeks.length - 1;
  const axis = {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: chartColours.line } },
  };
  const hidden = { show: false, type: 'value', min: 0, max: 1 };
  const hole = (xAxisIndex: number, yAxisIndex: number): object => ({
    type: 'bar',
    xAxisIndex,
    yAxisIndex,
    barWidth: '86%',
    barGap: '-100%',
    silent: true,
    itemStyle: { color: chartColours.hole },
    data: weeks.map(({ sessions }) => (sessions === null ? 1 : null)),
  });
  return {
    width: CHART_WIDTH,
    height: 276,
    option: {
      animation: false,
      backgroundColor: chartColours.paper,
      textStyle: chartText,
      title: [caption('Share of sessions', 8), caption('Sessions', 176)],
      grid: [
        { left: LEFT, right: RIGHT, top: 34, height: 124 },
        { left: LEFT, right: RIGHT, top: 204, height: 44 },
      ],
      xAxis: [
        { ...axis, gridIndex: 0, axisLabel: { show: false } },
        {
          ...axis,
          gridIndex: 1,
          axisLabel: {
            ...chartText,
            fontSize: 10,
            interval: 0,
            formatter: (name: string, index: number) => (index === last ? `{now|${name}}` : name),
            rich: { now: { ...chartText, fontSize: 10, color: chartColours.ink, fontWeight: 600 } },
          },
        },
      ],
      yAxis: [
        {
          gridIndex: 0,
          type: 'value',
          min: 0,
          splitNumber: 3,
          axisLabel: { ...chartText, formatter: (value: number) => plainPercent(value) },
          splitLine: { lineStyle: { color: chartColours.line } },
        },
        { ...hidden, gridIndex: 0 },
        { gridIndex: 1, type: 'value', min: 0, show: false },
        { ...hidden, gridIndex: 1 },
      ],
      series: [
        hole(0, 1),
        hole(1, 3),
        ...lines.map((line, index) => lineSeries(line, { isMain: index === 0 })),
        {
          type: 'bar',
          xAxisIndex: 1,
          yAxisIndex: 2,
          barWidth: '62%',
          data: weeks.map(({ sessions }, index) => ({
            value: sessions,
            itemStyle: {
              borderRadius: [3, 3, 0, 0],
              color: index === last ? chartColours.accent : chartColours.calm,
            },
          })),
          label: {
            show: true,
            position: 'top',
            distance: 3,
            ...chartText,
            fontSize: 10,
            formatter: ({ value }: { value: number | null }) =>
              value === null ? '' : compactCount(value),
          },
        },
      ],
    },
  };
}

/**
 * The first day of each week, as its dates have no room: `28 Sep`, `5 Oct`, `12`, `19`. The month stands
 * where it changes, and at the last week.
 */
function weekLabels(weeks: readonly TrendWeek[]): string[] {
  const days = weeks.map(({ week }) => firstDayOfWeek(week));
  return days.map((day, index) => {
    const isOfSameMonth = days[index - 1]?.slice(0, 7) === day.slice(0, 7);
    const label = dayAndMonth(day);
    return isOfSameMonth && index < days.length - 1 ? label.slice(0, label.indexOf(' ')) : label;
  });
}

function caption(text: string, top: number): object {
  return {
    text,
    left: 10,
    top,
    padding: 0,
    textStyle: { ...chartText, fontWeight: 600, color: chartColours.ink },
  };
}

function lineSeries({ signal, name, rates }: TrendLine, { isMain }: { isMain: boolean }): object {
  const colour = signalColours[signal];
  return {
    type: 'line',
    name,
    // Not rounded: a number that is rounded twice can differ from that in the text of the mail.
    data: rates.map((share) => (share === null ? null : share * 100)),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: isMain ? 7 : 5,
    lineStyle: { color: colour, width: isMain ? 3 : 2 },
    itemStyle: { color: colour },
    // Each line carries its name, so that no legend is needed.
    endLabel: {
      show: true,
      distance: 8,
      ...chartText,
      color: colour,
      fontWeight: isMain ? 600 : 400,
      formatter: ({ value }: { value: number }) => `${name} ${percent(value)}`,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

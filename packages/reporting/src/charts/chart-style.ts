import type { Signal } from '@clarity-keep/core';

/** A chart as echarts takes it, with its size in CSS pixels. */
export interface Chart {
  width: number;
  height: number;
  option: Record<string, unknown>;
}

/** Narrower than the mail's column, so that a phone, which shrinks a picture to its width, can be read. */
export const CHART_WIDTH = 440;

/** Charts are light cards in the dark as well: a picture cannot know what is around it. */
export const chartColours = {
  paper: '#ffffff',
  ink: '#17212b',
  muted: '#55606d',
  line: '#e3e7ec',
  hole: '#eef1f5',
  calm: '#a9bdf2',
  accent: '#1f4fd8',
};

/** A signal has one colour everywhere, told apart by hue and lightness; none is the red of "worse". */
export const signalColours: Record<Signal, string> = {
  rageClicks: '#c2410c',
  deadClicks: '#1f4fd8',
  errorClicks: '#7e22ce',
  scriptErrors: '#0f766e',
  quickbackClicks: '#a16207',
  excessiveScrolls: '#64748b',
};

export const chartText = { fontFamily: 'Inter', color: chartColours.muted, fontSize: 12 };

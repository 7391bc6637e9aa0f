import { styleText } from 'node:util';
import type { Output } from '../output.ts';

export interface Screen {
  columns: number;
  paint: Paint;
}

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

export type Paint = (style: Style, text: string) => string;

const UNKNOWN_WIDTH = 100;
const NARROWEST = 60;

/** How wide the output is, and whether it takes colours. */
export function screenOf(output: Output, { NO_COLOR }: Record<string, string | undefined>): Screen {
  const isColoured = output.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '');
  return {
    columns: Math.max(NARROWEST, output.columns ?? UNKNOWN_WIDTH),
    // The stream was asked just now; styleText would ask stdout of the process.
    paint: (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text),
  };
}

import type { Output } from '../output.ts';
import { strikeOutSecrets } from './strike-out-secrets.ts';

/** An output for messages and logs: what is written to it reaches the other one without secrets. */
export function messageOutput(output: Output): Output {
  return {
    // Asked each time: a window may become wider.
    get isTTY() {
      return output.isTTY;
    },
    get columns() {
      return output.columns;
    },
    write: (text) => output.write(strikeOutSecrets(text)),
  };
}

import { signals, signalTitle } from '@clarity-keep/core';

/** A column head per signal. */
export function SignalHeads() {
  return signals.map((signal) => (
    <th key={signal} scope="col" className="number">
      {signalTitle(signal)}
    </th>
  ));
}

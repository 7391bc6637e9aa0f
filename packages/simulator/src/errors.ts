/** A simulator asked for something it cannot do: the fault is in the options, never in the data. */
export class SimulatorOptionError extends Error {
  readonly code = 'simulator-option';

  constructor(message: string) {
    super(message);
    this.name = 'SimulatorOptionError';
  }
}

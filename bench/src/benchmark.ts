/** One line of the table. */
export interface Result {
  what: string;
  ours: number;
  /** Null when there is nothing to compare with. */
  peer: number | null;
  unit: 'ms' | 'requests/s' | 'KB' | 'MB';
  /** What the peer is. */
  against: string;
  target: string;
  isMet: boolean;
}

export interface BenchmarkContext {
  /** A folder for databases and record files, removed at the end. */
  folder: string;
  /** The interpreter of the peers; null when this machine has none. */
  python: string | null;
  /** Smaller data and fewer runs: to see that it works, not to state figures. */
  isQuick: boolean;
  /** Also what takes minutes. */
  isLarge: boolean;
  say: (line: string) => void;
}

export interface Benchmark {
  name: string;
  run(context: BenchmarkContext): Promise<Result[]>;
}

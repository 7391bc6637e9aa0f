/** Where text goes; a stream of the process, or what a test looks at. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/**
 * Asks whoever sits at the terminal, one question at a time. An answer that does not pass its check is
 * asked for again. Every question rejects with a CancelledError when there will be no answer.
 */
export interface Prompts {
  input(question: TextQuestion & { default?: string }): Promise<string>;
  /** Like input, but shows nothing of what is typed. */
  password(question: TextQuestion): Promise<string>;
  confirm(question: { message: string; default: boolean }): Promise<boolean>;
  /** Lets one of a few be chosen; the first is at hand. */
  select<Value extends string>(question: {
    message: string;
    choices: readonly { value: Value; name: string }[];
  }): Promise<Value>;
  /** Lets one be chosen of what a search term finds; the first is at hand. */
  search(question: { message: string; find: (term: string) => readonly string[] }): Promise<string>;
}

export interface TextQuestion {
  message: string;
  /** What is wrong with an answer, or null. */
  check: (text: string) => string | null;
}

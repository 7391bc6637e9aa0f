import { parseEnv } from 'node:util';
import { ConfigurationError } from '@clarity-keep/environment';

/** Means the same to Node, to a shell, to systemd and to Docker. */
const PLAIN = /^[\w.:/@+,-]+$/;

/**
 * A value as it is written in `.env`: the first way that Node reads back as exactly this value.
 *
 * @throws ConfigurationError for the few values that cannot be quoted. The value is not repeated: it may be a secret.
 */
export function quoteValue(variable: string, value: string): string {
  if (/\p{Cc}/u.test(value)) {
    throw new ConfigurationError(
      `${variable}: contains a line break or another control character. Write it on one line.`,
    );
  }
  const quoted = ["'", '"', '`'].map((mark) => `${mark}${value}${mark}`);
  const way = [...(PLAIN.test(value) ? [value] : []), ...quoted].find(
    (text) => parseEnv(`${variable}=${text}`)[variable] === value,
  );
  if (way !== undefined) return way;
  throw new ConfigurationError(
    `${variable}: contains more kinds of quotation marks than .env supports. Leave one out; in a URL, write ' as %27.`,
  );
}

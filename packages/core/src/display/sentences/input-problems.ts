import type * as z from 'zod';
import { alternatives } from '../lists.ts';

/**
 * What is wrong with a part of an input, as a sentence with its place and its value: "limit must be at least 1,
 * not 0." A schema may have words of its own, which begin with "must" or are a sentence.
 *
 * @param value as it is shown; null for one that is not repeated or not there.
 */
export function inputProblem(
  issue: z.core.$ZodIssue,
  { place, value }: { place: string; value: string | null },
): string {
  const words = wordsOf(issue).replace(/\.$/, '');
  if (!/^(must|is) /.test(words)) {
    const told = value === null || words.endsWith(value) ? '' : ` The value is ${value}.`;
    return `${place === '' ? '' : `${place}: `}${words}.${told}`;
  }
  const subject = place === '' ? 'The input' : place;
  return `${subject} ${words}${value === null ? '' : `, not ${value}`}.`;
}

/** The library's own messages are those of a programmer. */
const ofLibrary = /^(Invalid|Too|Unrecognized) /;

function wordsOf(issue: z.core.$ZodIssue): string {
  return ofLibrary.test(issue.message) ? (plainWords(issue) ?? issue.message) : issue.message;
}

function plainWords(issue: z.core.$ZodIssue): string | null {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is missing';
      return `must be ${kinds.get(issue.expected) ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${alternatives(issue.values.map(String))}`;
    case 'too_small':
      return sizeWords('at least', issue.minimum, issue.origin);
    case 'too_big':
      return sizeWords('at most', issue.maximum, issue.origin);
    case 'unrecognized_keys':
      return `must not have ${alternatives(issue.keys.map((key) => JSON.stringify(key)))}`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
      return null;
  }
}

const kinds = new Map<string, string>([
  ['string', 'text'],
  // A schema of numbers with decimals has words of its own.
  ['number', 'a whole number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
]);

function sizeWords(bound: string, size: number | bigint, origin: string): string {
  switch (origin) {
    case 'string':
      return size === 1 && bound === 'at least'
        ? 'must not be empty'
        : `must have ${bound} ${size} characters`;
    case 'array':
      return size === 1 && bound === 'at least'
        ? 'must not be empty'
        : `must have ${bound} ${size} entries`;
    default:
      return `must be ${bound} ${size}`;
  }
}

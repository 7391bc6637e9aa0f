import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMembers } from '../src/index.ts';

const members = (text: string): [string, string][] | null =>
  jsonMembers(new TextEncoder().encode(text))?.map(({ name, value }) => [
    name,
    new TextDecoder().decode(value).trim(),
  ]) ?? null;

describe('the members of an object', () => {
  it('are what a JSON parser finds, however the object is written', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const found = members(` ${JSON.stringify(value, null, indent)}\n`);
        const parsed = (found ?? []).map(([name, text]) => [name, JSON.parse(text) as unknown]);
        expect(parsed).toEqual(Object.entries(JSON.parse(JSON.stringify(value)) as object));
      }),
    );
  });

  it('stay as written, so that their bytes can be archived', () => {
    expect(members('{"a": [1.0, "}"],"\\u0062":{"c" : 1e2}}')).toEqual([
      ['a', '[1.0, "}"]'],
      ['b', '{"c" : 1e2}'],
    ]);
  });

  it.each(['', '[]', '1', '{', '{"a"}', '{"a":}', '{"a":1', '{"a":"', '{"a":1}x', '{a:1}', '{,}'])(
    'are none where there is no whole object: %j',
    (text) => {
      expect(members(text)).toBeNull();
    },
  );

  it('are none where there are too many', () => {
    expect(members(`{${'"a":1,'.repeat(20_000)}"b":2}`)).toBeNull();
  });
});

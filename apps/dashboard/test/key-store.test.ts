import { describe, expect, it } from 'vitest';
import { readKey, writeKey } from '../src/access/key-store.ts';

describe('the key', () => {
  it('is kept, and forgotten', () => {
    const storage = aStorage();
    expect(readKey(storage)).toBeUndefined();
    writeKey(storage, 'ck_secret');
    expect(readKey(storage)).toBe('ck_secret');
    writeKey(storage, undefined);
    expect(readKey(storage)).toBeUndefined();
  });

  it('is not kept where the browser refuses to', () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse };
    writeKey(storage, 'ck_secret');
    expect(readKey(storage)).toBeUndefined();
  });
});

function aStorage(): Parameters<typeof readKey>[0] {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

import { describe, expect, it } from 'vitest';
import { run } from '../support/a-command-line.ts';
import { aKey, aServer, sentRaw } from '../support/a-server.ts';
import { aFilledDatabase } from '../support/kept.ts';

/** The key in ways that the path of an address may have it. */
function writings(key: string): string[] {
  const percent = (text: string, escape: (hex: string) => string) =>
    text
      .split('')
      .map((character) => escape(character.charCodeAt(0).toString(16)))
      .join('');
  return [
    `/${key}`,
    `/trpc/${key}`,
    `/trpc/projects.list,${key}?batch=1`,
    `/%63k_${key.slice(3)}`,
    `/${percent(key, (hex) => `%${hex}`)}`,
    `/${percent(key, (hex) => `%25${hex.toUpperCase()}`)}`,
    `/pages/%2F${key}%2F`,
    `/unsubscribe/${key}`,
    `/${'x'.repeat(180)}/${key}`,
    `/x${key}`,
  ];
}

describe('a key in the path of an address', () => {
  it('is in no line of the log, whether the address is read, leads nowhere or breaks off', async () => {
    const db = aFilledDatabase();
    const key = aKey(db);
    const { port, log, logged } = await aServer(db);
    const paths = writings(key).flatMap((path) => [path, `${path}%`, `${path}\u0000`]);
    for (const path of paths) {
      await sentRaw(port, `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    }
    expect(logged().length).toBeGreaterThanOrEqual(paths.length);
    const parts = Array.from({ length: key.length - 7 }, (_, at) => key.slice(at, at + 8));
    const told = decodeAll(log());
    expect(parts.filter((part) => told.includes(part))).toEqual([]);
  });

  it('is struck out of a defect as well', async () => {
    const db = aFilledDatabase();
    const key = aKey(db);
    const failing = new Proxy(db, {
      get(target, property) {
        if (property === 'sql') throw new Error(`cannot read /%63k_${key.slice(3)}`);
        return Reflect.get(target, property) as unknown;
      },
    });
    const { port, log } = await aServer(failing);
    await sentRaw(
      port,
      'GET /trpc/projects.list HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    );
    expect(log()).toContain('cannot read /ck_...');
    expect(log()).not.toContain(key.slice(3));
  });
});

describe('a key on a command line', () => {
  it.each([
    [['keys', 'revoke', 'KEY']],
    [['keys', 'KEY']],
    [['--KEY']],
    [['--host', 'KEY']],
    [['--port', 'KEY']],
    [['keys', 'create', '--name', 'app', '--project', 'KEY']],
    [['mcp', '--project', 'KEY']],
  ])('is not told again: %j', async (argv) => {
    const db = aFilledDatabase();
    const key = aKey(db);
    const { exitCode, stdout, stderr } = await run(
      argv.map((word) => word.replace('KEY', key)),
      { cwd: db.path.replace(/\/[^/]*$/, '') },
    );
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain(key.slice(3, 20));
  });
});

function decodeAll(text: string): string {
  const decode = (last: string) =>
    last.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return text + decode(text) + decode(decode(text));
}

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ApiKey, Database } from '../../src/index.ts';
import {
  apiKeyState,
  createApiKey,
  findApiKey,
  listApiKeys,
  noteKeyUsed,
  openDatabase,
  revokeApiKey,
} from '../../src/index.ts';
import { aDatabase, aFolder } from '../support/a-database.ts';

const now = new Date('2026-11-24T12:00:00Z');

interface Wanted {
  name?: string;
  projects?: string[] | null;
  expiresAt?: Date | null;
}

function aKey(
  db: Database,
  { name = 'dashboard', projects = null, expiresAt = null }: Wanted = {},
): string {
  return createApiKey(db, { name, projects, expiresAt }, { now, randomBytes });
}

/** The key of that name as it is kept. */
function kept(db: Database, name = 'dashboard'): ApiKey {
  const found = listApiKeys(db).find((key) => key.name === name);
  if (found === undefined) throw new Error(`There is no key ${name}.`);
  return found;
}

function after(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

describe('a new key', () => {
  it('begins with ck_ and goes on with 49 letters and digits, others each time', () => {
    const db = aDatabase();
    const keys = Array.from({ length: 50 }, (_, index) => aKey(db, { name: `key ${index}` }));
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^ck_[0-9A-Za-z]{49}$/);
  });

  it('is as long when chance gives nothing but zeros, or nothing but ones', () => {
    const db = aDatabase();
    const made = [0, 255].map((byte) =>
      createApiKey(
        db,
        { name: `of ${byte}`, projects: null, expiresAt: null },
        { now, randomBytes: (size) => Buffer.alloc(size, byte) },
      ),
    );
    for (const key of made) expect([key.length, findApiKey(db, key) === null]).toEqual([52, false]);
  });

  it('is nowhere in the file, only its hash', () => {
    const db = aDatabase();
    const key = aKey(db);
    const rows = db.sql.prepare('SELECT * FROM api_keys').all();
    expect(JSON.stringify(rows)).not.toContain(key.slice(3, 20));
    expect(rows).toEqual([
      expect.objectContaining({ key_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }),
    ]);
  });

  it('takes no name a second time, also that of a revoked one', () => {
    const db = aDatabase();
    const first = aKey(db);
    revokeApiKey(db, 'dashboard', now);
    expect(() => aKey(db)).toThrow(
      'There is already a key named "dashboard", perhaps a revoked one. Choose another name, so that the two are not confused.',
    );
    expect(findApiKey(db, first)).toMatchObject({ name: 'dashboard', revokedAt: now });
  });
});

describe('finding a key', () => {
  it('tells what was said of it', () => {
    const db = aDatabase();
    aKey(db, { name: 'another' });
    const key = aKey(db, { projects: ['p', 'to-come'], expiresAt: after(60) });
    expect(findApiKey(db, key)).toEqual({
      id: 2,
      name: 'dashboard',
      projects: ['p', 'to-come'],
      createdAt: now,
      expiresAt: after(60),
      lastUsedAt: null,
      revokedAt: null,
    });
  });

  it('finds a key that has expired or was revoked: it is the right one', () => {
    const db = aDatabase();
    const expired = aKey(db, { name: 'expired', expiresAt: now });
    const revoked = aKey(db, { name: 'revoked' });
    revokeApiKey(db, 'revoked', now);
    expect([findApiKey(db, expired)?.name, findApiKey(db, revoked)?.name]).toEqual([
      'expired',
      'revoked',
    ]);
  });

  it('finds none for what is none', () => {
    const db = aDatabase();
    const key = aKey(db);
    const other = createApiKey(
      aDatabase(),
      { name: 'elsewhere', projects: null, expiresAt: null },
      { now, randomBytes },
    );
    const slip = `${key.slice(0, 10)}${key[10] === 'a' ? 'b' : 'a'}${key.slice(11)}`;
    const wrong = [
      '',
      'ck_',
      key.slice(3),
      `${key} `,
      key.toUpperCase(),
      slip,
      other,
      'x'.repeat(1e6),
    ];
    expect(wrong.map((text) => findApiKey(db, text))).toEqual(wrong.map(() => null));
  });

  it('is not led astray by a row that somebody has edited', () => {
    const db = aDatabase();
    const key = aKey(db);
    db.sql.exec("INSERT INTO api_keys (name, key_sha256, created_at) VALUES ('odd', 'zz', '')");
    expect(findApiKey(db, key)?.name).toBe('dashboard');
  });
});

describe('the state of a key', () => {
  it.each([
    [{ revokedAt: null, expiresAt: null }, 'active'],
    [{ revokedAt: null, expiresAt: after(1) }, 'active'],
    [{ revokedAt: null, expiresAt: now }, 'expired'],
    [{ revokedAt: now, expiresAt: after(1) }, 'revoked'],
    [{ revokedAt: now, expiresAt: now }, 'revoked'],
  ] as const)('of %j is %s', (key, state) => {
    expect(apiKeyState(key, now)).toBe(state);
  });
});

describe('revoking', () => {
  it('keeps the first time, and knows no key of another name', () => {
    const db = aDatabase();
    aKey(db);
    expect(revokeApiKey(db, 'dashboard', after(1))).toEqual(after(1));
    expect(revokeApiKey(db, 'dashboard', after(9))).toEqual(after(1));
    expect(revokeApiKey(db, 'nobody', now)).toBeNull();
    expect(kept(db).revokedAt).toEqual(after(1));
  });
});

describe('noting that a key was used', () => {
  it('is done at most once a minute', () => {
    const db = aDatabase();
    aKey(db);
    const used = [0, 30, 60, 61].map((seconds) => {
      noteKeyUsed(db, kept(db), after(seconds));
      return kept(db).lastUsedAt;
    });
    expect(used).toEqual([now, now, now, after(61)]);
  });

  it('is right again after a clock that ran ahead', () => {
    const db = aDatabase();
    aKey(db);
    noteKeyUsed(db, kept(db), after(86_400));
    noteKeyUsed(db, kept(db), now);
    expect(kept(db).lastUsedAt).toEqual(now);
  });

  it('is one write of several that come at the same moment', () => {
    const db = aDatabase();
    aKey(db);
    const asRead = kept(db);
    noteKeyUsed(db, asRead, after(0));
    noteKeyUsed(db, asRead, after(1));
    expect(kept(db).lastUsedAt).toEqual(now);
  });

  it('is left out while another program writes, and waits for the next as ever', async () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    aKey(db);
    const writer = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    writer.sql.exec('BEGIN IMMEDIATE');
    noteKeyUsed(db, kept(db), now);
    expect(kept(db).lastUsedAt).toBeNull();
    writer.sql.exec('ROLLBACK');
    await writer.close();
    expect(db.sql.pragma('busy_timeout', { simple: true })).toBe(60_000);
    noteKeyUsed(db, kept(db), now);
    expect(kept(db).lastUsedAt).toEqual(now);
  });

  it('is left out where the file can only be read', () => {
    const db = aDatabase();
    aKey(db);
    db.sql.pragma('query_only = ON');
    noteKeyUsed(db, kept(db), now);
    expect(kept(db).lastUsedAt).toBeNull();
  });

  it('does not hide any other trouble', () => {
    const db = aDatabase();
    aKey(db);
    const key = kept(db);
    db.sql.exec('DROP TABLE api_keys');
    expect(() => noteKeyUsed(db, key, now)).toThrow('no such table');
  });
});

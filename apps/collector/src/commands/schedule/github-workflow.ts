import type { Schedule } from '@clarity-keep/environment';
import { DEFAULT_TOKEN_VARIABLE } from '@clarity-keep/environment';
import { settingNames } from '../../settings/setting-names.ts';
import type { Job } from '@clarity-keep/collection';
import {
  COLLECT_WAIT_MINUTES,
  cronFields,
  cronPattern,
  timesOfJob,
} from '@clarity-keep/collection';

/** How many copies of the database are kept. */
const KEPT_COPIES = 14;

/**
 * A workflow for a private copy of this repository. `tokenVariables` are the names under which its
 * secrets are looked up; no value is ever in it.
 */
export function githubWorkflow(schedule: Schedule, tokenVariables: readonly string[]): string {
  const timeZone = `timezone: ${quoted(schedule.timeZone)}`;
  const reportCron = quoted(cronPattern(schedule, 'report'));
  const env = (names: readonly string[]) =>
    names
      .map((name) => {
        const store = isPlain(name) && !tokenVariables.includes(name) ? 'vars' : 'secrets';
        return `          ${name}: \${{ ${store}.${name} }}`;
      })
      .join('\n');
  return `# Put this into .github/workflows/clarity-keep.yml of a PRIVATE copy of the Clarity Keep repository. It takes from
# "Settings > Secrets and variables > Actions" the secrets and the variables that are named below.
#
# The database lies in the assets of a release, clarity-keep-data: every run adds a copy, and the last ${KEPT_COPIES} stay.
# A cache is deleted when it was not used for a week, an artifact after 90 days at the latest, and a database that is
# committed every day makes the repository grow by all of it each time; a release keeps its assets, of up to 2 GiB each.
# GitHub starts scheduled runs late at times, and now and then not at all; a day that was missed is made up for
# by one of the next two runs.
#
# The actions are pinned by major version, as their newest commits were not known when this was written. To pin one
# by commit, put there what this prints: gh api repos/actions/checkout/commits/v6 --jq .sha
name: Clarity Keep

on:
  schedule:
    - cron: ${quoted(cronPattern(schedule, 'collect'))}
      ${timeZone}
    # GitHub starts runs hours late at times, when calls of the day before still count: this one catches up.
    - cron: ${quoted(catchUpPattern(schedule))}
      ${timeZone}
    - cron: ${reportCron}
      ${timeZone}
  workflow_dispatch:
    inputs:
      job:
        description: What to run
        type: choice
        options: [collect, report]
        default: collect

permissions: {}

# Two runs at once would each save a database without what the other has learnt.
concurrency:
  group: clarity-keep
  cancel-in-progress: false

defaults:
  run:
    shell: bash

env:
  RELEASE: clarity-keep-data
  DATABASE_URL: file:./clarity.db

jobs:
  run:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      # To read the code, and to keep the database in a release.
      contents: write
    steps:
      - name: Refuse a public repository
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          if [ "$(gh api "repos/$GITHUB_REPOSITORY" --jq .private)" != true ]; then
            echo "::error::Everybody can read the releases of a public repository. Make this one private."
            exit 1
          fi

      - uses: actions/checkout@v6
        with:
          persist-credentials: false

      - uses: actions/setup-node@v6
        with:
          node-version: 24

      - run: npm run bundle

      - name: Fetch the database
        id: fetch
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          copies=$(gh api "repos/$GITHUB_REPOSITORY/releases" --paginate \\
            --jq ".[] | select(.tag_name == \\"$RELEASE\\") | .assets[] | select(.state == \\"uploaded\\") | .name")
          newest=$(sort <<<"$copies" | tail -n 1)
          if [ -z "$newest" ]; then
            echo "There is no database yet: this run creates it."
          else
            gh release download "$RELEASE" --repo "$GITHUB_REPOSITORY" --pattern "$newest" --output kept.tar.gz
            tar -xzf kept.tar.gz
          fi

      - name: Collect
        if: github.event.schedule != ${reportCron} && inputs.job != 'report'
        env:
${env([...settingsOf('collect'), ...tokenVariables])}
        run: node apps/collector/dist/clarity-keep.mjs collect --wait ${COLLECT_WAIT_MINUTES}

      - name: Send the weekly report
        if: github.event.schedule == ${reportCron} || inputs.job == 'report'
        env:
${env(settingsOf('report'))}
        run: |
          if [ -z "$SMTP_URL" ]; then
            echo "SMTP_URL is not set, so no report is sent."
          else
            node apps/weekly-report/dist/clarity-keep-report.mjs send
          fi

      # Also after a failure: what was fetched before it is kept.
      - name: Keep the database
        if: always() && steps.fetch.outcome == 'success'
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          if [ ! -f clarity.db ]; then exit 0; fi
          copy="clarity-$(date -u +%Y%m%dT%H%M%SZ)-$GITHUB_RUN_ID.tar.gz"
          tar -czf "$copy" clarity.db*
          gh release view "$RELEASE" --repo "$GITHUB_REPOSITORY" >/dev/null 2>&1 ||
            gh release create "$RELEASE" --repo "$GITHUB_REPOSITORY" --prerelease \\
              --title "Data of Clarity Keep" --notes "The newest file is the database. Do not delete this release."
          gh release upload "$RELEASE" "$copy" --repo "$GITHUB_REPOSITORY"
          gh release view "$RELEASE" --repo "$GITHUB_REPOSITORY" --json assets --jq '.assets[].name' |
            sort | head -n -${KEPT_COPIES} | while read -r old; do
              gh release delete-asset "$RELEASE" "$old" --repo "$GITHUB_REPOSITORY" --yes
            done
`;
}

/** A second collection, ten hours after the first: it makes no call where none is left to make. */
function catchUpPattern(schedule: Schedule): string {
  const { first, minute } = timesOfJob(schedule, 'collect');
  const hour = (first + 10) % 24;
  return cronFields({ first: hour, last: hour, minute }, null);
}

/** The settings of a job, besides tokens and the database, whose path the workflow decides. */
function settingsOf(job: Job): string[] {
  const others = new Set(['DATABASE_URL', DEFAULT_TOKEN_VARIABLE]);
  return settingNames[job].filter((name) => !others.has(name));
}

/** The other settings hold passwords, secret paths and the addresses of people. */
function isPlain(name: string): boolean {
  return name.startsWith('CLARITY_');
}

/** For YAML and for an expression of GitHub alike. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

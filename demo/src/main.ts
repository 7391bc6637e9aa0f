import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runCli } from '@clarity-keep/collector';
import type { CliDeps } from '@clarity-keep/collector';
import { createDemoSite, demoReleaseDay, startSimulator } from '@clarity-keep/simulator';
import { askServer } from './ask-server.ts';
import { liveFourWeeks } from './live-four-weeks.ts';
import { mailReport } from './mail-report.ts';
import { createNarrator } from './narrator.ts';

const DAY_MS = 86_400_000;
const RUN_AT_MS = 3.25 * 3_600_000;

const cwd = join(import.meta.dirname, '..');
const narrator = createNarrator(process.stderr);

for (const name of ['clarity.db', 'clarity.db-wal', 'clarity.db-shm']) {
  rmSync(join(cwd, name), { force: true });
}

narrator.heading('1. A simulated Clarity with a shop whose checkout breaks on phones');
// The last quarter past three, when a schedule runs: then its days are complete.
const today = new Date(Math.floor((Date.now() - RUN_AT_MS) / DAY_MS) * DAY_MS + RUN_AT_MS);
const clock = { now: today };
const day = today.toISOString().slice(0, 10);
const site = createDemoSite({ seed: 7, today: day, sessionsPerDay: 900 });
const simulator = await startSimulator({ now: () => clock.now.getTime(), site });
narrator.say(`It answers on ${simulator.url}, ten calls in any 24 hours, as the real one does.`);

const projects = [{ id: simulator.projectId, name: 'Example Shop' }];
writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects }));
const settings = {
  CLARITY_API_URL: simulator.url,
  CLARITY_API_TOKEN: simulator.token,
  CLARITY_PROJECT_ID: simulator.projectId,
  DATABASE_URL: 'file:./clarity.db',
};
// Of the caller's own variables only what a process needs, so that no real token is ever used here.
const variables = { PATH: process.env['PATH'], ...settings };
const deps: CliDeps = {
  variables,
  cwd,
  now: () => clock.now,
  fetch: (url, init) => fetch(url, init),
  // The demo's time is made up: nobody waits in it.
  sleep: async () => undefined,
  random: Math.random,
  stdout: process.stdout,
  stderr: process.stderr,
  program: { node: process.execPath, script: import.meta.filename },
  stopSignal: () => new AbortController().signal,
  openPrompts: () => Promise.resolve(null),
  readStdin: () => Promise.resolve(null),
  streamStdin: () => null,
};

narrator.heading('2. Four weeks of "clarity-keep collect", once a day');
await liveFourWeeks({ simulator, clock, today, deps, narrator });
narrator.say('And once more, which asks nothing, because everything is known:');
await expectDone(['collect']);

narrator.heading('3. clarity-keep status, and query pages');
await expectDone(['status']);
await expectDone(['query', 'pages', '--limit', '5']);

narrator.heading(
  '4. The same question, through the typed client, of a running clarity-keep-server',
);
const { url, pages } = await askServer({ cwd, variables });
for (const { rank, page, sessions, signals } of pages.rows) {
  process.stdout.write(
    `${rank ?? '-'}. ${page}: ${sessions} sessions, ${signals.rageClicks.affected} with rage clicks\n`,
  );
}
const answer = await captured(['query', 'pages', '--limit', '5', '--json']);
if (!isDeepStrictEqual(JSON.parse(answer), JSON.parse(JSON.stringify(pages)))) {
  throw new Error('The server and the command line do not give the same answer.');
}
narrator.say(`${url} and the command line give the same answer.`);

narrator.heading(
  '5. clarity-keep annotate: the release that broke the checkout put the cart right',
);
const fix = 'the voucher field takes codes again';
await expectDone(['annotate', '/cart', fix, '--date', demoReleaseDay(day)]);

narrator.heading('6. clarity-keep-report send, twice, through an SMTP server on loopback');
const { subject, mails, files, ...sent } = await mailReport({ cwd, variables });
process.stdout.write(`${mails} mail arrived: ${subject}\n`);
narrator.say('It judges the fix, too:');
process.stdout.write(`${paragraphAbout(fix, sent.text)}\n`);
narrator.say(`Kept as ${['clarity.db', ...files].map((name) => `demo/${name}`).join(', ')}.`);

narrator.heading('Now your own project');
process.stdout.write(`  npm run clarity-keep -- init          # asks, checks, and writes .env
  npm run clarity-keep -- collect
  npm run clarity-keep -- query pages
`);

await simulator.close();

/** The lines of a mail that name something, as it writes them. */
function paragraphAbout(words: string, mail: string): string {
  const found = mail
    .split(/\n\s*\n/)
    .find((lines) => lines.replaceAll(/\s+/g, ' ').includes(words));
  if (found === undefined) throw new Error(`The report does not tell that ${words}.`);
  return found;
}

async function expectDone(argv: string[]): Promise<void> {
  const exitCode = await runCli(argv, deps);
  if (exitCode !== 0) throw new Error(`clarity-keep ${argv.join(' ')} ended with ${exitCode}.`);
}

async function captured(argv: string[]): Promise<string> {
  let text = '';
  const stdout = {
    write: (chunk: string) => {
      text += chunk;
    },
  };
  await runCli(argv, { ...deps, stdout });
  return text;
}

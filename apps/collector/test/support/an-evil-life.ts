import type { Database } from '@clarity-keep/db';
import { openDatabase } from '@clarity-keep/db';
import type { EvilBehaviour, Simulator, SimulatorRequest } from '@clarity-keep/simulator';
import { createSite } from '@clarity-keep/simulator';
import { onTestFinished } from 'vitest';
import type { CommandLineRun } from './a-command-line.ts';
import { aSimulatedProject } from './a-simulated-project.ts';
import { impoliteOutput } from './polite-output.ts';

/** Milliseconds until a caller loses patience with a behaviour that never ends. */
const PATIENCE_MS = 300;

/** Which calls of a run meet a behaviour: all, or the one in this place, in all its tries. */
export type Hit = 'all' | number;

export interface EvilRun extends CommandLineRun {
  /** What it asked. */
  requests: readonly SimulatorRequest[];
}

/** A project that is collected by the command line, and asks an API that knows no manners. */
export interface EvilLife {
  format: 'insights' | 'sessions';
  folder: string;
  simulator: Simulator;
  clock: { now: Date };
  /** Which behaviour a request met. */
  met: ReadonlyMap<SimulatorRequest, EvilBehaviour>;
  /** The runs of `collect` so far, and of whatever else asked Clarity. */
  runs: readonly EvilRun[];
  /** What was wrong with what runs printed, and with how they ended. */
  problems: string[];
  run: (...argv: string[]) => Promise<EvilRun>;
  /** A collection that meets a behaviour. */
  suffer: (behaviour: EvilBehaviour, hit: Hit) => Promise<EvilRun>;
  /** The file, as it is now. */
  open: () => Database;
}

export async function anEvilLife({
  format,
  seed,
  at,
}: {
  format: 'insights' | 'sessions';
  seed: number;
  at: string;
}): Promise<EvilLife> {
  const site = createSite({ seed, sessionsPerDay: 30 });
  const project = await aSimulatedProject({ at, site, format });
  const { folder, simulator, clock } = project;
  const met = new Map<SimulatorRequest, EvilBehaviour>();
  const runs: EvilRun[] = [];
  const problems: string[] = [];

  async function run(argv: readonly string[], timeoutMs = 20_000): Promise<EvilRun> {
    const from = simulator.requests.length;
    const printed = await project.run(argv, { CLARITY_TIMEOUT_MS: String(timeoutMs) });
    const ended = { ...printed, requests: simulator.requests.slice(from) };
    runs.push(ended);
    const isResult = argv[0] !== 'collect';
    const what = `${clock.now.toISOString()} ${argv.join(' ')}`;
    problems.push(
      ...impoliteOutput(ended, { token: simulator.token, isResult }).map((it) => `${what}: ${it}`),
    );
    return ended;
  }

  return {
    format,
    folder,
    simulator,
    clock,
    met,
    runs,
    problems,
    run: (...argv) => run(argv),
    async suffer(behaviour, hit) {
      const asked: string[] = [];
      const repair = simulator.fault({ type: 'evil', name: behaviour.name }, (request) => {
        const call = JSON.stringify(request.query);
        if (!asked.includes(call)) asked.push(call);
        const isMet = hit === 'all' || asked.indexOf(call) === hit;
        if (isMet) met.set(request, behaviour);
        return isMet;
      });
      const known = problems.length;
      const ended = await run(['collect'], behaviour.cost === 'stalling' ? PATIENCE_MS : undefined);
      repair();
      // Who reads of a problem wants to know what brought it about.
      const named = problems.splice(known).map((problem) => `[${behaviour.name}] ${problem}`);
      problems.push(...named);
      return ended;
    },
    open() {
      const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
      onTestFinished(() => db.close());
      return db;
    },
  };
}

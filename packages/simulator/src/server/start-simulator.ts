import { type IncomingMessage, createServer } from 'node:http';

import { insightsAnswer } from '../answers/insights.ts';
import type { NumberMode } from '../answers/number-mode.ts';
import { sessionRecordsAnswer } from '../answers/session-records.ts';
import type { Site } from '../site/create-site.ts';
import { dayOf } from '../site/day.ts';
import { createDemoSite } from '../site/demo-site.ts';
import type { EvilBehaviour } from '../evil/behaviour.ts';
import { credentialsOf } from './credentials.ts';
import { distortAnswer } from './distort-answer.ts';
import { type Fault, type FaultWhen, type SimulatorRequest, createFaultBoard } from './faults.ts';
import { type QuotaWindow, createQuota } from './quota.ts';
import { JSON_TYPE, type Reply, sendReply } from './reply.ts';
import { failureReply } from './failure-reply.ts';

/** What can be changed while the simulator runs. */
export type SimulatorSettings = {
  /** Default `insights`. */
  format: 'insights' | 'sessions';
  /** Default `numbers`. */
  numbers: NumberMode;
  /** Calls per quota window. Default 10. */
  quota: number;
  /** Default `rolling`: any 24 hours. */
  quotaWindow: QuotaWindow;
  /** Whether calls that end in 400 or in a fault other than 429 use the quota up: unknown, default true. */
  failedCallsCount: boolean;
  /** Rows per metric. Default 1,000. */
  truncateAt: number;
  /** How a missing source, medium or campaign is written. Default null. */
  missing: null | '';
};

export type SimulatorOptions = Partial<SimulatorSettings> & {
  /** The clock, epoch milliseconds. Windows end and calls are counted by it. */
  now: () => number;
  /** Default: the demo site of `seed`, its problems placed by `now()`. */
  site?: Site;
  /** Decides token, project id and demo site. Default: the site's seed, or 7. */
  seed?: number;
  /** Default 0: any free port. */
  port?: number;
};

export type Simulator = AsyncDisposable & {
  /** The full endpoint, usable as CLARITY_API_URL. */
  url: string;
  token: string;
  projectId: string;
  site: Site;
  /** Every request so far, oldest first; grows as they come. */
  requests: readonly SimulatorRequest[];
  /** Sets a fault and returns what takes it back. Several can meet one request. */
  fault: (fault: Fault, when?: FaultWhen) => () => void;
  clearFaults: () => void;
  configure: (settings: Partial<SimulatorSettings>) => void;
  /** Ends open connections too, also stalled ones. */
  close: () => Promise<void>;
};

/** Starts the fake of the Data Export API on loopback. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const {
    now,
    port = 0,
    site: givenSite,
    seed = givenSite?.options.seed ?? 7,
    ...settings
  } = options;
  const site = givenSite ?? createDemoSite({ seed, today: dayOf(now()) });
  const { token, projectId } = credentialsOf(seed);
  const current: SimulatorSettings = { ...DEFAULTS, ...settings };
  const requests: SimulatorRequest[] = [];
  const faults = createFaultBoard();
  const met = new Map<EvilBehaviour, number>();
  const quota = createQuota();

  const answer = (incoming: IncomingMessage): { request: SimulatorRequest; reply: Reply } => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://simulator.invalid');
    const at = now();
    const request: SimulatorRequest = {
      at,
      method: incoming.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      status: null,
      faults: [],
    };
    requests.push(request);
    if (pathname !== ENDPOINT) return { request, reply: { status: 404, body: '' } };
    if (incoming.method !== 'GET') return { request, reply: { status: 405, body: '' } };

    const due = faults.due(request);
    request.faults = due.map((fault) => fault.type);
    if (incoming.headers.authorization !== `Bearer ${token}`) {
      return { request, reply: { status: 401, body: '' } };
    }
    const isBadRequest = !['1', '2', '3'].includes(request.query['numOfDays'] ?? '');
    const failure = due.map(failureReply).find((reply) => reply !== null);
    const counts =
      failure?.status !== 429 &&
      (current.failedCallsCount || (failure === undefined && !isBadRequest));
    if (counts && !quota.take(at, { limit: current.quota, window: current.quotaWindow })) {
      return { request, reply: { status: 429, body: QUOTA_EXCEEDED } };
    }
    if (failure !== undefined) return { request, reply: failure };
    if (isBadRequest) return { request, reply: { status: 400, body: '' } };

    const body = JSON.stringify(distortAnswer(contentOf(request, due), due));
    const breakOff = due.some((fault) => fault.type === 'break-off');
    return { request, reply: { status: 200, body, contentType: JSON_TYPE, breakOff } };
  };

  const contentOf = (
    { at, query }: SimulatorRequest,
    due: readonly Fault[],
    asked: readonly (string | undefined)[] = [1, 2, 3].map((nth) => query[`dimension${nth}`]),
  ) => {
    const window = { site, end: at, numOfDays: Number(query['numOfDays']) };
    if (current.format === 'sessions') return sessionRecordsAnswer(window);
    const ignored = new Set<string>(
      due.flatMap((fault) => (fault.type === 'ignore-dimension' ? [fault.dimension] : [])),
    );
    const dimensions = asked
      .filter((name) => name !== undefined)
      .filter((name) => !ignored.has(name));
    const { numbers, truncateAt, missing } = current;
    return insightsAnswer({ ...window, dimensions, numbers, truncateAt, missing });
  };

  const server = createServer((incoming, response) => {
    incoming.resume();
    const { request, reply } = answer(incoming);
    if (reply.stall === true) return;
    if (reply.evil !== undefined) {
      const times = met.get(reply.evil) ?? 0;
      met.set(reply.evil, times + 1);
      reply.evil.serve({
        answer: (dimensions) => contentOf(request, [], dimensions),
        response,
        token,
        met: times,
      });
      request.status = response.headersSent ? response.statusCode : null;
      return;
    }
    request.status = reply.status;
    sendReply(response, reply, request.at);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new TypeError(`Expected the simulator to listen on a port, got ${String(address)}.`);
  }

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${address.port}${ENDPOINT}`,
    token,
    projectId,
    site,
    requests,
    fault: (fault, when = 'next') => faults.set(fault, when),
    clearFaults: faults.clear,
    configure: (changes) => {
      Object.assign(current, changes);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

const ENDPOINT = '/export-data/api/v1/project-live-insights';
/** Source: 224 recorded responses. */
const QUOTA_EXCEEDED = 'Exceeded daily limit';
const DEFAULTS: SimulatorSettings = {
  format: 'insights',
  numbers: 'numbers',
  quota: 10,
  quotaWindow: 'rolling',
  failedCallsCount: true,
  truncateAt: 1_000,
  missing: null,
};

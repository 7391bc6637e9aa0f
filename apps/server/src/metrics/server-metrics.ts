import type { AnsweredProcedure } from '@clarity-keep/api';
import { loadQuota, listProjects, loadFileSize, newestAnswerAt } from '@clarity-keep/db';
import type { Database } from '@clarity-keep/db';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface ServerMetrics {
  countQuestion: (answered: AnsweredProcedure) => void;
  /** In the text format of Prometheus. */
  text: () => Promise<string>;
  contentType: string;
}

/** Seconds: a question takes milliseconds, one over years of a large site a second. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Counts requests and questions, and looks at the database when somebody asks. */
export function serverMetrics(
  server: FastifyInstance,
  { db, now }: { db: Database; now: () => Date },
): ServerMetrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'clarity_keep_http_requests_total',
    help: 'Requests by route and HTTP status.',
    labelNames: ['route', 'status'],
    registers,
  });
  const questions = new Counter({
    name: 'clarity_keep_questions_total',
    help: 'Questions by procedure and code (OK or the error code); one request may carry several.',
    labelNames: ['procedure', 'code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'clarity_keep_question_duration_seconds',
    help: 'Time to answer a question.',
    labelNames: ['procedure'],
    buckets: SECONDS,
    registers,
  });
  watchDatabase(registry, { db, now });
  server.addHook('onResponse', async ({ routeOptions, is404 }, { statusCode }) => {
    requests.inc({
      route: is404 ? 'unknown' : (routeOptions.url ?? 'unknown'),
      status: statusCode,
    });
  });
  return {
    countQuestion({ procedure, code, seconds: taken }) {
      questions.inc({ procedure, code });
      seconds.observe({ procedure }, taken);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** What is known only when it is looked at. */
function watchDatabase(registry: Registry, { db, now }: { db: Database; now: () => Date }): void {
  const perProject = (name: string, help: string, valueOf: (id: string) => number | null) =>
    new Gauge({
      name,
      help,
      labelNames: ['project'],
      registers: [registry],
      collect() {
        this.reset();
        for (const { id } of listProjects(db)) {
          const value = valueOf(id);
          if (value !== null) this.set({ project: id }, value);
        }
      },
    });
  perProject(
    'clarity_keep_newest_answer_age_seconds',
    'Age of the newest response from Clarity about the site as a whole.',
    (id) => {
      const at = newestAnswerAt(db, id);
      return at === null ? null : (now().getTime() - at.getTime()) / 1000;
    },
  );
  perProject(
    'clarity_keep_calls_left',
    'Calls to Clarity that are free now.',
    (id) => loadQuota(db, id, now()).left,
  );
  const size = new Gauge({
    name: 'clarity_keep_database_bytes',
    help: 'Size of the database.',
    registers: [],
    collect() {
      this.set(loadFileSize(db).bytes);
    },
  });
  registry.registerMetric(size);
}

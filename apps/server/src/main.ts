import { DatabaseError } from '@clarity-keep/db';
import { loadEnv } from './env.ts';
import { withEnvFile } from './env-file.ts';
import { ConfigurationError } from './errors.ts';
import { parseArguments } from './parse-arguments.ts';
import { runServer } from './run-server.ts';
import { version } from './version.ts';

const stop = new AbortController();
// A second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());

try {
  const asked = await parseArguments(process.argv.slice(2), version);
  if (asked.type === 'print') {
    process.stdout.write(`${asked.text}\n`);
  } else {
    const variables = withEnvFile({ cwd: process.cwd(), env: process.env });
    const { HOST, PORT } = variables;
    await runServer({
      deps: {
        cwd: process.cwd(),
        now: () => new Date(),
        stdout: process.stdout,
        stderr: process.stderr,
        stop: stop.signal,
      },
      env: loadEnv({ ...variables, HOST: asked.host ?? HOST, PORT: asked.port ?? PORT }),
    });
  }
} catch (error) {
  const isConfiguration = error instanceof ConfigurationError || error instanceof DatabaseError;
  if (isConfiguration) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`This is a defect of clarity-keep-server, please report it.\n${String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = isConfiguration ? 2 : 1;
}

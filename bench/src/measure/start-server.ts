import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts a server with Node and waits for the address it prints. Ends with the scope. */
export async function startServer(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<AsyncDisposable & { url: string; pid: number }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url === undefined || child.pid === undefined) continue;
    return {
      url,
      pid: child.pid,
      [Symbol.asyncDispose]: async () => {
        child.kill();
        await ended;
      },
    };
  }
  throw new Error(`${args[0]} ended before it listened.`);
}

import { hostname } from 'node:os';
import type { ThisProcess } from '../collect/collect-ports.ts';

/** This very process. */
export function thisProcess(): ThisProcess {
  return { host: hostname(), pid: process.pid, isAlive };
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs and belongs to somebody else.
    return error instanceof Error && Reflect.get(error, 'code') === 'EPERM';
  }
}

// Loaded before the program: says at its end how much memory it took, and ends it when that is far too much.
import { writeFileSync } from 'node:fs';

const CAP_BYTES = 1024 ** 3;

setInterval(() => {
  if (process.memoryUsage.rss() > CAP_BYTES) process.kill(process.pid, 'SIGKILL');
}, 10).unref();

process.on('exit', () => {
  // maxRSS is in kilobytes.
  writeFileSync(process.env['MEMORY_FILE'] ?? '', String(process.resourceUsage().maxRSS * 1024));
});

import { readFileSync, writeFileSync } from 'node:fs';

// Loaded before the command line: when it ends, it tells what it took. The kernel's high-water mark of memory is used
// where there is one, because that of getrusage is also that of whoever started the process.

export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

export const USAGE_FILE = 'WAYPOST_BENCH_USAGE';

const path = process.env[USAGE_FILE];
if (path) process.on('exit', () => writeFileSync(path, JSON.stringify(usageNow())));

function usageNow(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, peakMiB: peakKiB() / 1024 };
}

function peakKiB(): number {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kib) return Number(kib);
  } catch {
    // No such file but on Linux.
  }
  return process.resourceUsage().maxRSS;
}

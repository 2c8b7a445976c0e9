import { readFileSync } from 'node:fs';

/**
 * Resident memory of another process in bytes, or null where the system does not tell (anything
 * but Linux, or a process that is gone). Reading it from outside works while the process is stuck.
 */
export function residentSetSize(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

import { readdir, readFile } from 'node:fs/promises';

/** Process ids of the living children of a process, by the process table of Linux. */
export async function childrenOf(parent: number): Promise<readonly number[]> {
  const children: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end between the two calls.
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const [state, parentId] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    if (Number(parentId) === parent && state !== 'Z') children.push(Number(name));
  }
  return children;
}

/** Resident memory of a process in pages; 0 when it is gone. */
export async function residentPages(pid: number): Promise<number> {
  const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0')).split(' ');
  return Number(resident);
}

/** Whether a process lives; one that nobody has waited for does not. */
export async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [state] = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return status !== '' && state !== 'Z' && state !== 'X';
}

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

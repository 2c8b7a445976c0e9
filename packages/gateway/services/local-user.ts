/** Owner of all jobs on a server without accounts. */
export const LOCAL_USER = { id: 'local', plan: 'local' } as const;

import type { JobView } from '@proteus/contracts/api/jobs.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { cancelJob, type Submission, submitTryOn } from '../api/jobs.ts';
import { followJob } from './follow-job.ts';

/** What the fitting room is doing. */
export type TryOnState =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'uploading'; readonly share: number }
  | { readonly phase: 'working'; readonly job: JobView }
  | { readonly phase: 'done'; readonly job: JobView }
  | { readonly phase: 'failed'; readonly code: string; readonly message: string };

export interface TryOn {
  readonly state: TryOnState;
  readonly start: (submission: Submission) => void;
  /** Stops what is under way, here and on the server, and goes back to choosing. */
  readonly reset: () => void;
}

/** Lives through one try-on at a time: upload, wait, result. */
export function useTryOn(): TryOn {
  const [state, setState] = useState<TryOnState>({ phase: 'choosing' });
  const abort = useRef<AbortController | null>(null);

  const reset = useCallback(() => {
    abort.current?.abort();
    setState({ phase: 'choosing' });
  }, []);

  const start = useCallback((submission: Submission) => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const show = (next: TryOnState) => {
      if (!controller.signal.aborted) setState(next);
    };
    show({ phase: 'uploading', share: 0 });
    run(submission, show, controller.signal).catch((error: unknown) => show(failure(error)));
  }, []);

  useEffect(() => () => abort.current?.abort(), []);
  return { state, start, reset };
}

async function run(
  submission: Submission,
  show: (state: TryOnState) => void,
  signal: AbortSignal,
): Promise<void> {
  const { job_id } = await submitTryOn(
    submission,
    (share) => show({ phase: 'uploading', share }),
    signal,
  );
  const cancel = () => void cancelJob(job_id);
  signal.addEventListener('abort', cancel, { once: true });
  const job = await followJob(job_id, (now) => show({ phase: 'working', job: now }), signal);
  signal.removeEventListener('abort', cancel);
  if (job.status === 'completed') show({ phase: 'done', job });
  else if (job.error !== null) {
    show({ phase: 'failed', code: job.error.code, message: job.error.message });
  } else show({ phase: 'choosing' });
}

function failure(error: unknown): TryOnState {
  if (error instanceof ApiError)
    return { phase: 'failed', code: error.code, message: error.message };
  return { phase: 'failed', code: 'INTERNAL', message: 'Something went wrong in this page.' };
}

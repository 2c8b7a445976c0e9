import { JOB_KINDS, type JobKind } from '@proteus/contracts/jobs/job-kind.ts';
import { Argument, type Command } from 'commander';
import { loadPipeline } from '../composition/load-pipeline.ts';
import { requireSharedServices } from '../roles/require-shared-services.ts';
import { type ListenOptions, listenSettings, withListenOptions } from './listen-options.ts';

/** `proteus worker weaver|tailor`: does jobs that gateways take in. */
export function addWorkerCommand(program: Command): void {
  withListenOptions(
    program
      .command('worker')
      .description(
        'Do the jobs of one kind: weavers try garments on, tailors cut them out of their photos. Health and metrics are served on PORT.',
      )
      .addArgument(new Argument('<kind>', 'whose jobs').choices(JOB_KINDS)),
  ).action(work);
}

async function work(kind: JobKind, options: ListenOptions): Promise<void> {
  const pipeline = loadPipeline({ ...process.env, ...listenSettings(options) }, { signs: false });
  requireSharedServices(`A ${kind}`, pipeline.settings, { pictures: true });
  const { runServer } = await import('../composition/run-server.ts');
  await runServer(pipeline, new Set([kind]));
}

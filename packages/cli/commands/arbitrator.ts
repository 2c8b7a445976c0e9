import type { Command } from 'commander';
import { type ListenOptions, listenSettings, withListenOptions } from './listen-options.ts';

/** `proteus arbitrator`: decides batch sizes and resolution of a fleet by how crowded it is. */
export function addArbitratorCommand(program: Command): void {
  withListenOptions(
    program
      .command('arbitrator')
      .description(
        'Decide, twice a second, how the weavers of a fleet work (config:* in Redis). Health and metrics are served on PORT.',
      ),
  ).action(arbitrate);
}

async function arbitrate(options: ListenOptions): Promise<void> {
  const { arbitrateFleet } = await import('../composition/arbitrate-fleet.ts');
  await arbitrateFleet({ ...process.env, ...listenSettings(options) });
}

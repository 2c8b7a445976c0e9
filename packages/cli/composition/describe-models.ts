import type { ModelState } from '@proteus/contracts/api/health.ts';
import { modelStates } from '@proteus/platform/models/model-states.ts';

/** The network files as the API tells of them. */
export async function describeModels(
  modelsDirectory: string | undefined,
): Promise<readonly ModelState[]> {
  const models = await modelStates(modelsDirectory);
  return models.map(({ name, state, bytes }) => ({
    name,
    present: state === 'present',
    bytes,
    problem: state === 'present' ? null : 'The file is missing; run `proteus doctor`.',
  }));
}

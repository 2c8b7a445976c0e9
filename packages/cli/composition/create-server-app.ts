import { createApp } from '@proteus/gateway/app.ts';
import { createProbeApp } from '@proteus/gateway/probe-app.ts';
import { createPersonParser } from './create-person-parser.ts';
import { createPictureFetcher } from './create-picture-fetcher.ts';
import { createPictureTools } from './create-picture-tools.ts';
import { describeModels } from './describe-models.ts';
import type { Accounts } from './open-accounts.ts';
import type { Services } from './services.ts';
import type { ServerEngines } from './start-server-engines.ts';

/** The HTTP server of a process: all of the API where it has accounts, else what tells how it is. */
export function createServerApp(
  services: Services,
  engines: ServerEngines,
  accounts: Accounts | null,
  webRoot: string | null,
): ReturnType<typeof createApp> {
  const { settings, config } = services;
  const probes = {
    ...services,
    engineHealth: () => engines.health(),
    modelStates: () => describeModels(settings.MODELS_DIR),
  };
  const { pictures, work } = engines;
  if (accounts === null || pictures === null) return createProbeApp(probes);
  return createApp({
    ...probes,
    ...accounts,
    pipeline: config,
    pictures: createPictureTools(pictures, settings),
    // Engines that do jobs have the networks loaded already.
    parsePerson: createPersonParser(work ?? pictures, { settings, config }),
    fetchPicture: createPictureFetcher(settings),
    clock: Date.now,
    webRoot,
  });
}

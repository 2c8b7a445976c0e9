import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import { KNOWN_MODELS } from '@proteus/platform/models/known-models.ts';
import { modelStates, verifyModel } from '@proteus/platform/models/model-states.ts';
import { findWebRoot } from '../composition/find-web-root.ts';
import type { Pipeline } from '../composition/load-pipeline.ts';
import { startEngines } from '../composition/start-engines.ts';
import { checkDatabase, checkQueue, checkStore } from './check-services.ts';
import type { Finding } from './finding.ts';

/** One line of the report. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do about it; null when there is nothing to do. */
  readonly advice: string | null;
}

const OLDEST_NODE = 24;
const LEAST_MEMORY = 2 * 2 ** 30;
const LEAST_DISK = 2 ** 30;
const VERIFY_LIMIT_MS = 30_000;
const gibibytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** Checks every dependency; a check that breaks is a finding, not an end. */
export async function runChecks(pipeline: Pipeline): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    try {
      const { found, advice } = await check(pipeline);
      checks.push({ name, ok: advice === undefined, found, advice: advice ?? null });
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      checks.push({ name, ok: false, found, advice: BROKEN_ADVICE });
    }
  }
  return checks;
}

const BROKEN_ADVICE = 'run `make install` again; if that does not help, report it with this line';

const CHECKS: Readonly<Record<string, (pipeline: Pipeline) => Promise<Finding>>> = {
  async node() {
    const found = process.version;
    if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return { found };
    return { found, advice: `Node ${OLDEST_NODE} is needed; \`make install\` brings it` };
  },

  async machine() {
    const found = `${availableParallelism()} cores, ${gibibytes(totalmem())} memory`;
    if (totalmem() >= LEAST_MEMORY) return { found };
    return { found, advice: `at least ${gibibytes(LEAST_MEMORY)} of memory are needed` };
  },

  async 'data folder'({ settings }) {
    const found = settings.DATA_DIR;
    await mkdir(found, { recursive: true });
    const { bavail, bsize } = await statfs(found);
    const writable = await access(found, constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!writable) return { found, advice: 'make it writable, or set DATA_DIR to another folder' };
    if (bavail * bsize >= LEAST_DISK) return { found };
    return { found, advice: `less than ${gibibytes(LEAST_DISK)} is free on its disk` };
  },

  database: ({ settings }) => checkDatabase(settings),
  queue: ({ settings }) => checkQueue(settings),
  'object store': ({ settings }) => checkStore(settings),

  async networks({ settings }) {
    const signal = AbortSignal.timeout(VERIFY_LIMIT_MS);
    if (settings.MODELS_DIR !== undefined) return await ownNetworks(settings.MODELS_DIR);
    const bad: string[] = [];
    for (const { name } of KNOWN_MODELS) {
      if (!(await verifyModel(name, null, signal))) bad.push(name);
    }
    const found = `${KNOWN_MODELS.length - bad.length} of ${KNOWN_MODELS.length} network files are whole`;
    if (bad.length === 0) return { found };
    return { found, advice: `missing or damaged: ${bad.join(', ')}; run \`make install\`` };
  },

  async engine({ settings, config }) {
    const startedAt = performance.now();
    const engines = await startEngines(settings, {
      size: 1,
      warmUp: { type: 'warm-up', config },
    });
    await engines.close();
    return { found: `ready in ${Math.round(performance.now() - startedAt)} ms` };
  },

  async 'web page'() {
    const root = await findWebRoot();
    if (root !== null) return { found: 'built' };
    return { found: 'not built', advice: 'run `npm run build`' };
  },

  async port({ settings }) {
    const found = `${settings.HOST}:${settings.PORT}`;
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(settings.PORT, settings.HOST, () => probe.close(() => resolve(true)));
    });
    if (free) return { found };
    return { found, advice: 'it is taken (by a running Proteus?); set PORT to another one' };
  },
};

/** Networks of the user's own have other contents than ours: that they are there has to do. */
async function ownNetworks(directory: string): Promise<Finding> {
  const states = await modelStates(directory);
  const missing = states.filter(({ state }) => state === 'missing').map(({ name }) => name);
  const found = `${states.length - missing.length} of ${states.length} network files in ${directory}`;
  if (missing.length === 0) return { found };
  return { found, advice: `put ${missing.join(', ')} there, or unset MODELS_DIR` };
}

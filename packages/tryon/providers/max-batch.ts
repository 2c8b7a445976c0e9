import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';

type ProviderName = PipelineConfig['vton']['provider'];

/**
 * Try-ons that each provider can do in one pass; 1 = one at a time. The local one shares what it finds out
 * about the photos between the try-ons of a pass, and otherwise does one after the other: on a CPU the
 * networks gain nothing from seeing several pictures at once.
 */
const MAX_BATCH: Readonly<Record<ProviderName, number>> = { local: 8 };

/** Try-ons that a provider can do in one pass. */
export function maxBatchOf(provider: ProviderName): number {
  return MAX_BATCH[provider];
}

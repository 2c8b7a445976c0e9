import { createHash } from 'node:crypto';
import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Category } from '@proteus/contracts/jobs/category.ts';
import { canonicalJson } from './canonical-json.ts';

export interface SeedSource {
  /** `hashPixels` of the decoded pictures, in the order person, garment, further sides. */
  readonly pictures: readonly string[];
  readonly category: Category;
  readonly config: PipelineConfig;
}

/**
 * The seed of a try-on that did not bring one, over HTTP or on the command line: the same pictures and configuration give the same
 * result. What only looks on (`debug`) has no part in it, nor have corrections: the grain must not
 * jump while somebody drags a point.
 *
 * @returns 0 to 2³² − 1.
 */
export function deriveSeed({ pictures, category, config }: SeedSource): number {
  const { debug: _, ...shaping } = config;
  const source = canonicalJson({ pictures, category, config: shaping });
  return createHash('sha256').update(source).digest().readUInt32BE(0);
}

import type { GarmentAnalysis } from './garment-analysis.ts';
import type { PersonAnalysis } from './person-analysis.ts';

/** What is kept of a person's analysis: the rest follows from the picture. */
export type PersonFindings = Omit<PersonAnalysis, 'picture'>;

/** The analyses that can be kept, by kind. */
export interface Analyses {
  readonly person: PersonFindings;
  readonly garment: GarmentAnalysis;
}
export type AnalysisKind = keyof Analyses;

/**
 * Keeps the analyses of one pair of photos for other try-ons; whoever makes it knows what identifies
 * the photos. What it gives back is exactly what was kept, so that a cached try-on gives the same
 * bytes as any other. It never fails: a cache that is away only makes work slower.
 */
export interface AnalysisCache {
  /**
   * @param shaping everything but the photo that shapes the analysis; plain JSON.
   * @returns null when nothing usable is there.
   */
  find<Kind extends AnalysisKind>(kind: Kind, shaping: object): Promise<Analyses[Kind] | null>;
  keep<Kind extends AnalysisKind>(kind: Kind, shaping: object, found: Analyses[Kind]): void;
}

import type { EffectiveHem } from './effective-hem.ts';
import type { GarmentScale } from './garment-scale.ts';
import type { LengthGrade } from './length-grade.ts';

/** What the torso's targets are worked out from. */
export interface TorsoMeasures extends GarmentScale {
  /** Picture pixels per garment pixel down the body: more than `scale` across it where it is turned. */
  readonly along: number;
  /** x of the middle between the shoulder tips, garment pixels. */
  readonly tipMiddle: number;
  /** Vertical picture pixels per garment pixel. */
  readonly hemScale: number;
  readonly grade: LengthGrade;
  /** Where the hem goes, in pixels below the shoulder joints. */
  readonly hem: number;
  /** Where it goes under the lower clothes, in pixels below the shoulder joints; null = it does not. */
  readonly tuckedAt: number | null;
  readonly hemRow: EffectiveHem;
  /** How far the shoulder tips lie above the joints, in pixels. */
  readonly tipRise: number;
  /** How far the chest's middle lies right of the body's own, in shoulder widths: a turned body. */
  readonly turn: number;
}

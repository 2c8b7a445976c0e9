import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { partMask } from '../part-mask.ts';
import { fillFromRegion, type RegionFill } from '../plate/region-fill.ts';
import { measureBusyness } from './busyness.ts';

/** What is known of the backdrop beside the person. */
export interface SeenBackdrop {
  /** Continued smoothly behind the person. */
  readonly smooth: RegionFill;
  /** How far that errs, by `measureBusyness`; null = the backdrop is plain. */
  readonly busyness: Plane | null;
}

/** The person's rim is kept out of the backdrop's samples, pixels. */
const RIM = 4;
/** Up to this far from the cloth, in shoulder widths, the parse may have missed some of it. */
export const MISSED = 0.1;

/**
 * Looks at the backdrop beside the person; null where none is seen.
 *
 * @param label the old cloth's part.
 */
export function seeBackdrop(person: PersonAnalysis, label: number): SeenBackdrop | null {
  const { picture, parts, pose, frame } = person;
  const { width, height } = picture;
  const grown = dilate(
    partMask(parts, (part) => part !== PART.background),
    RIM,
  );
  const missed = MISSED * frame.shoulderWidth;
  const nearPart = (wanted: number): Mask =>
    dilate(
      partMask(parts, (part) => part === wanted),
      missed,
    );
  const nearTop = nearPart(PART['upper-clothes']);
  const nearCloth = label === PART['upper-clothes'] ? nearTop : nearPart(label);
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const clear = grown.data[i] === 0 && nearTop.data[i] === 0 && nearCloth.data[i] === 0;
    data[i] = clear && pose.personMask.data[i]! < 0.5 ? 255 : 0;
  }
  const known = { width, height, data };
  const smooth = fillFromRegion(picture, known);
  if (smooth === null) return null;
  return { smooth, busyness: measureBusyness(picture, known, nearCloth, frame.shoulderWidth) };
}

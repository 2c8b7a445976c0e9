import type { PersonAnalysis, TorsoFrame } from '../../person-analysis.ts';
import { bodyUnit } from '../person-parsing/evidence/torso-frame.ts';

/** The person in the relief's own pixels. */
export interface BodyScale {
  readonly frame: TorsoFrame;
  /** A shoulder width of a frontal person, in the relief's pixels. */
  readonly unit: number;
  /** Pixels of the working picture per pixel of the relief. */
  readonly scale: number;
  /** Height of the body's middle layer above the background. */
  readonly middle: number;
}

/** Height of the body's middle layer above the background, in shoulder widths. */
const MIDDLE = 0.75;

/** @param scale pixels of the working picture per pixel of the relief. */
export function scaleBody(person: PersonAnalysis, scale: number): BodyScale {
  const { frame } = person;
  const shrink = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: (x + 0.5) / scale - 0.5,
    y: (y + 0.5) / scale - 0.5,
  });
  const unit = bodyUnit(frame) / scale;
  return {
    frame: {
      ...frame,
      shoulderMiddle: shrink(frame.shoulderMiddle),
      hipMiddle: shrink(frame.hipMiddle),
      shoulderWidth: frame.shoulderWidth / scale,
      torsoLength: frame.torsoLength / scale,
    },
    unit,
    scale,
    middle: MIDDLE * unit,
  };
}

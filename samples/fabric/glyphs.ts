import { distanceToSegment } from '@proteus/raster/distance-to-segment.ts';

type Stroke = readonly (readonly [number, number])[];

function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke {
  const steps = Math.max(4, Math.ceil(Math.abs(to - from) / 18));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)] as const;
  });
}

/** Pen strokes of upright capitals and digits: cap height 1, y up, each glyph 0.62 wide. */
const STROKES: Readonly<Record<string, readonly Stroke[]>> = {
  A: [
    [
      [0, 0],
      [0.31, 1],
      [0.62, 0],
    ],
    [
      [0.11, 0.35],
      [0.51, 0.35],
    ],
  ],
  C: [arc(0.33, 0.5, 0.33, 0.5, 50, 310)],
  D: [
    [
      [0.2, 1],
      [0, 1],
      [0, 0],
      [0.2, 0],
    ],
    arc(0.2, 0.5, 0.42, 0.5, -90, 90),
  ],
  E: [
    [
      [0.56, 1],
      [0, 1],
      [0, 0],
      [0.56, 0],
    ],
    [
      [0, 0.52],
      [0.46, 0.52],
    ],
  ],
  H: [
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0.6, 0],
      [0.6, 1],
    ],
    [
      [0, 0.52],
      [0.6, 0.52],
    ],
  ],
  I: [
    [
      [0.31, 0],
      [0.31, 1],
    ],
  ],
  L: [
    [
      [0, 1],
      [0, 0],
      [0.54, 0],
    ],
  ],
  M: [
    [
      [0, 0],
      [0, 1],
      [0.31, 0.42],
      [0.62, 1],
      [0.62, 0],
    ],
  ],
  N: [
    [
      [0, 0],
      [0, 1],
      [0.6, 0],
      [0.6, 1],
    ],
  ],
  O: [arc(0.32, 0.5, 0.34, 0.5, 0, 360)],
  P: [
    [
      [0, 0],
      [0, 1],
      [0.3, 1],
    ],
    arc(0.3, 0.73, 0.28, 0.27, 90, -90),
    [
      [0.3, 0.46],
      [0, 0.46],
    ],
  ],
  R: [
    [
      [0, 0],
      [0, 1],
      [0.3, 1],
    ],
    arc(0.3, 0.74, 0.27, 0.26, 90, -90),
    [
      [0, 0.48],
      [0.3, 0.48],
      [0.6, 0],
    ],
  ],
  S: [arc(0.31, 0.745, 0.28, 0.255, 40, 270), arc(0.31, 0.25, 0.3, 0.25, 90, -140)],
  T: [
    [
      [0, 1],
      [0.62, 1],
    ],
    [
      [0.31, 1],
      [0.31, 0],
    ],
  ],
  U: [
    [
      [0, 1],
      [0, 0.3],
    ],
    arc(0.3, 0.3, 0.3, 0.3, 180, 360),
    [
      [0.6, 0.3],
      [0.6, 1],
    ],
  ],
  V: [
    [
      [0, 1],
      [0.31, 0],
      [0.62, 1],
    ],
  ],
  W: [
    [
      [-0.06, 1],
      [0.12, 0],
      [0.31, 0.72],
      [0.5, 0],
      [0.68, 1],
    ],
  ],
  Y: [
    [
      [0, 1],
      [0.31, 0.48],
      [0.62, 1],
    ],
    [
      [0.31, 0.48],
      [0.31, 0],
    ],
  ],
};

/** Width of a glyph with the space after it, in cap heights. */
export const GLYPH_ADVANCE = 0.92;

const GLYPH_WIDTH = 0.62;

/** Width of a word in cap heights. */
export function textWidth(text: string): number {
  return (text.length - 1) * GLYPH_ADVANCE + GLYPH_WIDTH;
}

/**
 * Distance from a point to the pen strokes of a word, in cap heights.
 *
 * @param x from the word's left edge; @param y up from its foot. Letters without strokes are spaces.
 */
export function textDistance(text: string, x: number, y: number): number {
  const position = Math.floor((x + (GLYPH_ADVANCE - GLYPH_WIDTH) / 2) / GLYPH_ADVANCE);
  const strokes = STROKES[text[position] ?? ''];
  let nearest = 1;
  if (strokes === undefined) return nearest;
  const local = x - position * GLYPH_ADVANCE;
  for (const stroke of strokes) {
    for (let i = 1; i < stroke.length; i++) {
      const a = stroke[i - 1]!;
      const b = stroke[i]!;
      nearest = Math.min(nearest, distanceToSegment(local, y, a[0], a[1], b[0], b[1]));
    }
  }
  return nearest;
}

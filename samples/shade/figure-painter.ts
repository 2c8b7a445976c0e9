import { PART } from '@proteus/contracts/person-parts.ts';
import type { Figure } from '../figure/figure.ts';
import { strandNoise } from '../figure/hair.ts';
import { HAIR_CUTS } from '../figure/hair-styles.ts';
import { FACE, headScale } from '../figure/head.ts';
import { LAYER, REGION } from '../figure/layers.ts';
import { SOLE } from '../figure/shoes.ts';
import { nearestTag } from '../solid/nearest-tag.ts';
import type { Hit } from '../solid/trace.ts';
import { dot, subtract, type Vector } from '../solid/vector.ts';
import { lowerClothPainter, upperClothPainter } from './cloth.ts';
import { type FaceColours, paintEye, paintFace } from './face-paint.ts';
import { fractalNoise, valueNoise } from './noise.ts';
import { type Surface, setColour, setFinish, tone } from './surface.ts';
import { linearColour } from './tone.ts';

/** Sets a surface for a hit and names its part (`PERSON_PARTS`). */
export type FigurePainter = (surface: Surface, hit: Hit) => number;

function paintHair(surface: Surface, figure: Figure, colour: readonly number[], hit: Hit): void {
  const { skeleton, spec } = figure;
  const [hx, hy, hz] = skeleton.head;
  const strand = strandNoise(spec.hair.style, hit.x - hx, hit.y - hy, hit.z - hz);
  const fine = valueNoise((hit.x - hx) * 1100, (hit.y - hy) * 16, (hit.z - hz) * 1100);
  const k = 1 + 0.4 * strand + 0.32 * fine;
  setColour(surface, colour[0]! * k, colour[1]! * k, colour[2]! * k);
  const curly = spec.hair.style === 'curls' || spec.hair.style === 'crop';
  setFinish(surface, 0.25, 0, curly ? 0.03 : 0.055, curly ? 12 : 26, 0.5);
  surface.hollow = Math.max(0, -strand) * 0.5;
  if (curly) return;
  const shift = 0.3 * fine + 0.2 * strand;
  const along = -hit.ny;
  let tx = -hit.nx * along + hit.nx * shift;
  let ty = -1 - hit.ny * along + hit.ny * shift;
  let tz = -hit.nz * along + hit.nz * shift;
  const size = Math.sqrt(tx * tx + ty * ty + tz * tz) || 1;
  tx /= size;
  ty /= size;
  tz /= size;
  surface.strand[0] = tx;
  surface.strand[1] = ty;
  surface.strand[2] = tz;
}

function faceColours(figure: Figure): FaceColours {
  const { spec } = figure;
  return {
    skin: linearColour(spec.skin),
    lips: linearColour(spec.lips),
    hair: linearColour(spec.hair.colour),
    iris: linearColour(spec.iris),
    hairline: HAIR_CUTS[spec.hair.style].window,
    roots: spec.hair.style === 'crop' ? 0.85 : 0.45,
    beard: spec.beard,
    makeUp: spec.build.bust > 0 ? 1 : 0,
  };
}

/** Prepares the painter of a figure's skin, hair, clothes and shoes. */
export function createFigurePainter(figure: Figure): FigurePainter {
  const { skeleton, spec, grid } = figure;
  const size = headScale(skeleton);
  const colours = faceColours(figure);
  const hair = linearColour(spec.hair.colour);
  const shoe = linearColour(spec.shoes.upper);
  const sole = linearColour(spec.shoes.sole);
  const paintUpper = upperClothPainter(figure);
  const paintLower = lowerClothPainter(figure);
  const [right, up, front] = skeleton.headFrame;

  const paintSkin = (surface: Surface, hit: Hit): number => {
    const part = nearestTag(grid, hit.cell, LAYER.skin, hit.x, hit.y, hit.z);
    setColour(surface, colours.skin[0], colours.skin[1], colours.skin[2]);
    const mottle =
      1 +
      0.05 * fractalNoise(hit.x * 45, hit.y * 45, hit.z * 45, 2) +
      0.035 * valueNoise(hit.x * 480, hit.y * 480, hit.z * 480);
    const blood = 1 + 0.05 * fractalNoise(hit.x * 24 + 7, hit.y * 24, hit.z * 24, 2);
    tone(surface, mottle, mottle / blood, mottle / blood);
    setFinish(surface, 0.14, 0.2, 0.055, 16, 0.12);
    if (part === PART.face) {
      const local = subtract([hit.x, hit.y, hit.z], skeleton.head);
      paintFace(
        surface,
        colours,
        dot(local, right) / size,
        dot(local, up) / size,
        dot(local, front) / size,
      );
      surface.sharpness = 22;
      surface.gloss += 0.02;
    } else if (part === PART['left-hand'] || part === PART['right-hand']) {
      tone(surface, 1, 0.95, 0.94);
    }
    return part;
  };

  const paintEyes = (surface: Surface, hit: Hit): number => {
    const local: Vector = subtract([hit.x, hit.y, hit.z], skeleton.head);
    const x = dot(local, right) / size;
    const y = dot(local, up) / size;
    paintEye(surface, colours, x - Math.sign(x) * FACE.eye[0], y - FACE.eye[1]);
    setFinish(surface, 0.3, 0, 0.2, 90, 0);
    return PART.face;
  };

  const paintShoes = (surface: Surface, hit: Hit): number => {
    const region = nearestTag(grid, hit.cell, LAYER.shoes, hit.x, hit.y, hit.z);
    const edge = SOLE * size - hit.y;
    const onSole = edge > 0;
    const colour = onSole ? sole : shoe;
    setColour(surface, colour[0], colour[1], colour[2]);
    const grain = 1 + 0.07 * valueNoise(hit.x * 300, hit.y * 300, hit.z * 300);
    tone(surface, grain, grain, grain);
    setFinish(surface, 0.1, 0, onSole ? 0.03 : 0.07, 24, 0.1);
    const groove = Math.exp(-((edge / 0.0016) ** 2)) * 0.45;
    tone(surface, 1 - groove, 1 - groove, 1 - groove);
    return region === REGION.leftShoe ? PART['left-shoe'] : PART['right-shoe'];
  };

  return (surface, hit) => {
    switch (hit.layer) {
      case LAYER.skin:
        return paintSkin(surface, hit);
      case LAYER.eyes:
        return paintEyes(surface, hit);
      case LAYER.hair:
        paintHair(surface, figure, hair, hit);
        return PART.hair;
      case LAYER.upper:
      case LAYER.sleeves:
        paintUpper(surface, hit, nearestTag(grid, hit.cell, hit.layer, hit.x, hit.y, hit.z));
        return PART['upper-clothes'];
      case LAYER.collar:
        paintUpper(surface, hit, REGION.trunk);
        return PART['upper-clothes'];
      case LAYER.lower:
        paintLower(surface, hit, nearestTag(grid, hit.cell, LAYER.lower, hit.x, hit.y, hit.z));
        return PART['lower-clothes'];
      default:
        return paintShoes(surface, hit);
    }
  };
}

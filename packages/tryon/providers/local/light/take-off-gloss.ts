import { PART } from '@proteus/contracts/person-parts.ts';
import { gaussianBlur } from '@proteus/raster/gaussian-blur.ts';
import { linearToSrgb, SRGB_TO_LINEAR } from '@proteus/raster/srgb-transfer.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import type { GarmentAnalysis } from '../../../garment-analysis.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { isSkin } from '../part-mask.ts';

/** Dark cloth's median grey value is at most this. */
const DARK = 105;
/** Colourless cloth: this share of it has channels that differ by no more than so many steps. */
const COLOURLESS = 0.85;
const GREATEST_SPREAD = 16;
/** Cloth is glossy whose lights stand this many grey values above its darks. */
const GLOSSY = 45;
/**
 * A print or lace has edges where gloss is broad: more of it than this share departs from the cloth
 * around, in parts of the photo's height, by more than so many grey values.
 */
const PATTERNED = 0.15;
const NEARBY = 0.012;
const DEPARTING = 20;
/** Shares of the cloth that are taken for its darks and its lights. */
const DARKS = 0.04;
const LIGHTS = 0.95;
/** The share of what people wear that is taken for the darkest a photo shows. */
const DARKEST = 0.01;
/** Fewer pixels tell nothing. */
const LEAST = 200;
/** Reflections are broad from this share of the photo's height on, and fade by this share. */
const BROAD = 0.04;
const FADING = 0.6;
/** Darks come this far towards the darks of the person's photo. */
const VEIL = 0.6;
/** Least share of the surroundings that is cloth. */
const FEWEST = 0.02;

/** Grey values of some pixels, counted, and how many of them are colourless. */
interface GreyCount {
  readonly byValue: Uint32Array;
  total: number;
  colourless: number;
}

function countGreys({ data }: RgbImage, counts: (pixel: number) => boolean): GreyCount {
  const found: GreyCount = { byValue: new Uint32Array(256), total: 0, colourless: 0 };
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 3) {
    if (!counts(pixel)) continue;
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    found.byValue[Math.round((red + 2 * green + blue) / 4)]! += 1;
    found.total++;
    const spread = Math.max(red, green, blue) - Math.min(red, green, blue);
    if (spread <= GREATEST_SPREAD) found.colourless++;
  }
  return found;
}

/** The grey value below which a share of the pixels lies. */
function greyAt({ byValue, total }: GreyCount, share: number): number {
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += byValue[value]!;
    if (below >= share * total) return value;
  }
  return 255;
}

/** Whether a part is worn or hair: it has its own blacks, unlike skin and the wall. */
function isWorn(part: number): boolean {
  return part !== PART.background && !isSkin(part);
}

function isPatterned({ alpha, colour }: GarmentAnalysis): boolean {
  const { width, height } = alpha;
  const cloth = new Float32Array(width * height);
  const grey = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < cloth.length; pixel++, at += 3) {
    if (alpha.data[pixel]! < 1) continue;
    cloth[pixel] = 1;
    grey[pixel] = (colour.data[at]! + 2 * colour.data[at + 1]! + colour.data[at + 2]!) / 4;
  }
  const share = gaussianBlur({ width, height, data: cloth }, NEARBY * height).data;
  const around = gaussianBlur({ width, height, data: grey }, NEARBY * height).data;
  let total = 0;
  let departing = 0;
  for (let pixel = 0; pixel < cloth.length; pixel++) {
    if (cloth[pixel] === 0) continue;
    total++;
    if (Math.abs(grey[pixel]! - around[pixel]! / share[pixel]!) > DEPARTING) departing++;
  }
  return departing > PATTERNED * total;
}

/** What is known of a dark, glossy, colourless garment; grey values. */
interface Gloss {
  readonly darks: number;
  readonly lights: number;
  /** The darkest of what the person wears in the photo. */
  readonly black: number;
}

function findGloss(garment: GarmentAnalysis, person: PersonAnalysis): Gloss | null {
  const { alpha, colour } = garment;
  const cloth = countGreys(colour, (pixel) => alpha.data[pixel]! >= 1);
  if (cloth.total < LEAST || cloth.colourless < COLOURLESS * cloth.total) return null;
  const darks = greyAt(cloth, DARKS);
  const lights = greyAt(cloth, LIGHTS);
  if (greyAt(cloth, 0.5) > DARK || lights - darks < GLOSSY) return null;
  if (isPatterned(garment)) return null;
  const worn = countGreys(person.picture, (pixel) => isWorn(person.parts.data[pixel]!));
  return worn.total < LEAST ? null : { darks, lights, black: greyAt(worn, DARKEST) };
}

/** Linear light of the cloth around each pixel, without metal and the like. */
function measureSurroundings({ alpha, colour }: GarmentAnalysis, lights: number): Float32Array {
  const { width, height } = alpha;
  const weight = new Float32Array(width * height);
  const light = new Float32Array(width * height);
  for (let pixel = 0, at = 1; pixel < weight.length; pixel++, at += 3) {
    const green = colour.data[at]!;
    if (alpha.data[pixel]! < 1 || green > lights) continue;
    weight[pixel] = 1;
    light[pixel] = SRGB_TO_LINEAR[green]!;
  }
  const sigma = BROAD * height;
  const total = gaussianBlur({ width, height, data: weight }, sigma).data;
  const around = gaussianBlur({ width, height, data: light }, sigma).data;
  for (let pixel = 0; pixel < around.length; pixel++) {
    around[pixel] = around[pixel]! / Math.max(FEWEST, total[pixel]!);
  }
  return around;
}

/**
 * Takes the gloss off a dark garment such as black leather. Flat before softboxes it shines all
 * over and looks grey; what shines on a person is another matter. So its darks come nearer to those
 * of the person's photo, and broad reflections fade; seams and grain stay.
 *
 * @returns the garment itself where there is nothing to take off.
 */
export function takeOffGloss<Garment extends GarmentAnalysis>(
  garment: Garment,
  person: PersonAnalysis,
): Garment {
  const gloss = findGloss(garment, person);
  if (gloss === null) return garment;
  const darks = SRGB_TO_LINEAR[gloss.darks]!;
  const veil = VEIL * Math.max(0, darks - SRGB_TO_LINEAR[gloss.black]!);
  const around = measureSurroundings(garment, gloss.lights);
  const { width, height } = garment.colour;
  const data = garment.colour.data.slice();
  for (let pixel = 0, at = 0; at < data.length; pixel++) {
    const shine = Math.max(0, around[pixel]! - darks) / Math.max(around[pixel]!, darks);
    const kept = 1 - FADING * shine;
    for (const end = at + 3; at < end; at++) {
      const light = (SRGB_TO_LINEAR[data[at]!]! - veil) / (1 - veil);
      data[at] = Math.round(linearToSrgb(light * kept));
    }
  }
  return { ...garment, colour: { width, height, data } };
}

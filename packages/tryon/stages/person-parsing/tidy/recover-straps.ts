import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { openMask } from '@proteus/raster/open.ts';
import type { LabImage } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from '../evidence/body-coordinates.ts';
import { SKIN, UPPER } from '../regions/region-priors.ts';

/** Where straps run: from a little above the shoulder joints down to the chest, beside the neck. */
const HIGHEST = -0.35;
const LOWEST = 0.45;
const OUTERMOST = 0.55;
/** Half the width, in body units, of what is too wide for a strap: a shadow, another light. */
const THICKEST = 0.024;
/** The shortest strap worth finding, in body units. */
const SHORTEST = 0.1;
/** Cloth and skin must differ by this much for a mixture of them to be told. */
const TELLING = 18;
/** Cloth of more colour variance than this has no one colour to look for. */
const PLAIN = 600;
/** Share of cloth in a pixel from which on it is taken for strap. */
const LEAST_SHARE = 0.45;
/** How far a strap's pixel may be from the line between skin and cloth, in colour difference. */
const OFF_LINE = 14;

/** Mean colour and total variance of a region's pixels on the chest. */
function chestColour(labels: Uint8Array, lab: LabImage, body: BodyCoordinates, region: number) {
  const sums = new Float64Array(4);
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== region || body.down[i]! < HIGHEST || body.down[i]! > LOWEST) continue;
    if (Math.abs(body.across[i]!) > OUTERMOST) continue;
    for (let k = 0; k < 3; k++) {
      sums[k]! += lab.data[i * 3 + k]!;
      sums[3]! += lab.data[i * 3 + k]! ** 2;
    }
    count++;
  }
  const [l, a, b, squares] = sums.map((sum) => sum / Math.max(1, count)) as Float64Array &
    [number, number, number, number];
  return { l, a, b, variance: squares - l * l - a * a - b * b };
}

/** Which pixels are, by their colour, more cloth than skin. */
function clothOnSkin(labels: Uint8Array, lab: LabImage, body: BodyCoordinates): Uint8Array {
  const cloth = chestColour(labels, lab, body, UPPER);
  const skin = chestColour(labels, lab, body, SKIN);
  const dl = cloth.l - skin.l;
  const da = cloth.a - skin.a;
  const db = cloth.b - skin.b;
  const squared = dl * dl + da * da + db * db;
  const found = new Uint8Array(labels.length);
  if (cloth.variance > PLAIN || squared < TELLING ** 2) return found;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== SKIN || body.down[i]! < HIGHEST || body.down[i]! > LOWEST) continue;
    if (Math.abs(body.across[i]!) > OUTERMOST) continue;
    const l = lab.data[i * 3]! - skin.l;
    const a = lab.data[i * 3 + 1]! - skin.a;
    const b = lab.data[i * 3 + 2]! - skin.b;
    const share = (l * dl + a * da + b * db) / squared;
    const off = l * l + a * a + b * b - share * share * squared;
    if (share > LEAST_SHARE && off < OFF_LINE ** 2) found[i] = 255;
  }
  return found;
}

/**
 * Gives straps back to the garment. A cut shortens boundaries and so lets go of what is thin, and a
 * pixel on a strap of two pixels' width is half skin; this takes the narrow lines that start at the
 * garment's edge and are more of the garment's colour than of skin's.
 *
 * @param labels region of each pixel; changed in place.
 * @param unit body unit in parse pixels.
 */
export function recoverStraps(
  labels: Uint8Array,
  lab: LabImage,
  body: BodyCoordinates,
  unit: number,
): void {
  const { width, height } = body;
  const count = labels.length;
  const neighbours = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const cloth = { width, height, data: clothOnSkin(labels, lab, body) };
  if (!cloth.data.includes(255)) return;
  const broad = openMask(cloth, Math.max(2, Math.round(THICKEST * unit)));
  const narrow = createMask(width, height);
  for (let i = 0; i < count; i++) narrow.data[i] = cloth.data[i]! & ~broad.data[i]!;
  const { labels: pieces, components } = connectedComponents(narrow);
  // A strap starts at the garment and is long; crumbs of shadow are neither.
  const attached = new Uint8Array(components.length + 1);
  for (let i = width + 1; i < count - width - 1; i++) {
    const piece = pieces[i]!;
    if (piece === 0 || attached[piece] === 1) continue;
    for (let n = 0; n < neighbours.length; n++) {
      if (labels[i + neighbours[n]!] === UPPER) attached[piece] = 1;
    }
  }
  const isStrap = components.map(
    (piece) =>
      attached[piece.label] === 1 && Math.hypot(piece.width, piece.height) > SHORTEST * unit,
  );
  for (let i = 0; i < count; i++) {
    if (pieces[i]! > 0 && isStrap[pieces[i]! - 1]) labels[i] = UPPER;
  }
}

import { connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { BackgroundModel } from '../backdrop/background-model.ts';
import type { DistinctPixels } from '../backdrop/distinct-pixels.ts';

/** ΔE of edges whose ringing and blur leave scraps; white cloth on white is faint all over. */
const STRONG = 15;
/** Share of a scrap's border that lies outside: a dot or stripe of a print has most of it inside. */
const LEAST_OUTSIDE = 0.42;
/** Mean thickness of a scrap in parts of the height: a cuff is thicker ... */
const THICKEST = 0.006;
/** ... and piping longer, likewise. */
const LONGEST = 0.15;
/** Mean ΔE by which cloth may lie on the other side of the backdrop (white piping on grey). */
const BEYOND = 1.5;

/** What is known of each piece. */
interface Borders {
  readonly outside: Float64Array;
  readonly inside: Float64Array;
  /** Summed lightness beyond the backdrop's, away from the garment's. */
  readonly beyond: Float64Array;
  readonly strong: Float64Array;
}

/**
 * Takes scraps of backdrop off an outline: thin, short pieces beside a strong edge that hardly differ
 * from the backdrop. An outline that holds some of them and not the next is ragged, even where they
 * are cloth after all (a white stripe seen from the side).
 *
 * @param mask the outline; changed in place.
 */
export function dropScraps(
  mask: Mask,
  { clear, strongest }: Pick<DistinctPixels, 'clear' | 'strongest'>,
  model: BackgroundModel,
): void {
  const { width, height, data } = mask;
  const pale = new Uint8Array(data.length);
  for (let i = 0; i < pale.length; i++) if (data[i] && !clear.data[i]) pale[i] = 255;
  const { labels, components } = connectedComponents({ width, height, data: pale });
  const borders = measureBorders(mask, labels, components.length + 1, strongest.data, model);
  const dropped = new Uint8Array(components.length + 1);
  for (const part of components) {
    const outside = borders.outside[part.label]!;
    const isThin = part.area < THICKEST * height * outside;
    const isShort = Math.hypot(part.width, part.height) < LONGEST * height;
    const isOuter = outside > LEAST_OUTSIDE * (outside + borders.inside[part.label]!);
    const isWeak = borders.beyond[part.label]! < BEYOND * part.area;
    const isBesideStrong = borders.strong[part.label]! > part.area / 2;
    if (isThin && isShort && isOuter && isWeak && isBesideStrong) dropped[part.label] = 1;
  }
  for (let i = 0; i < data.length; i++) if (dropped[labels[i]!]) data[i] = 0;
}

function measureBorders(
  { width, height, data }: Mask,
  labels: Int32Array,
  count: number,
  strongest: Float32Array,
  { photo, lab }: BackgroundModel,
): Borders {
  const plane = () => new Float64Array(count);
  const [outside, inside, beyond, strong] = [plane(), plane(), plane(), plane()];
  const steps = [-1, 1, -width, width];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const label = labels[i]!;
      if (label === 0) continue;
      const behind = lab.data[3 * i]!;
      beyond[label]! += (photo.data[3 * i]! - behind) * (behind > 50 ? 1 : -1);
      if (strongest[i]! >= STRONG) strong[label]!++;
      for (const step of steps) {
        if (labels[i + step] === label) continue;
        if (data[i + step]) inside[label]!++;
        else outside[label]!++;
      }
    }
  }
  return { outside, inside, beyond, strong };
}

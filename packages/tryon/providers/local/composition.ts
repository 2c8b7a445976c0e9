import type { Plane } from '@proteus/raster/types.ts';
import type { Overlay } from './overlay.ts';

/** A person dressed by painting over the photo. */
export interface Composition {
  readonly overlay: Overlay;
  /** How far the garment shows at each pixel, 0 to 1: it is covered by arms, and a hanging top covers trousers. */
  readonly seen: Plane;
  /** Bare skin that was made up and is seen, in square shoulder widths. */
  readonly drawnSkin: number;
}

import type { Overlay } from './overlay.ts';

/** A person dressed by painting over the photo. */
export interface Composition {
  readonly overlay: Overlay;
  /** Bare skin that was made up and is seen, in square shoulder widths. */
  readonly drawnSkin: number;
}

/** What light meets at one point; allocated once and overwritten. */
export interface Surface {
  /** Linear colour. */
  readonly albedo: Float64Array;
  /** How far light wraps around an edge, by colour: skin lets red through. */
  readonly wrap: Float64Array;
  /** Strength and sharpness of the highlight. */
  gloss: number;
  sharpness: number;
  /** Soft light of fibres at grazing angles. */
  fuzz: number;
  /** Darkening by hollows too fine for the grid, 0 to 1. */
  hollow: number;
  /** The way the strands run, for hair; all zero otherwise. */
  readonly strand: Float64Array;
}

export function createSurface(): Surface {
  return {
    albedo: new Float64Array(3),
    wrap: new Float64Array(3),
    gloss: 0,
    sharpness: 1,
    fuzz: 0,
    hollow: 0,
    strand: new Float64Array(3),
  };
}

/** Sets the colour. */
export function setColour(surface: Surface, red: number, green: number, blue: number): void {
  surface.albedo[0] = red;
  surface.albedo[1] = green;
  surface.albedo[2] = blue;
}

/** Sets everything but the colour. */
export function setFinish(
  surface: Surface,
  wrap: number,
  redder: number,
  gloss: number,
  sharpness: number,
  fuzz: number,
): void {
  surface.wrap[0] = wrap + redder;
  surface.wrap[1] = wrap + redder * 0.35;
  surface.wrap[2] = wrap;
  surface.gloss = gloss;
  surface.sharpness = sharpness;
  surface.fuzz = fuzz;
  surface.hollow = 0;
  surface.strand[0] = 0;
  surface.strand[1] = 0;
  surface.strand[2] = 0;
}

/** Blends the colour towards another by `amount`, 0 to 1. */
export function tint(
  surface: Surface,
  red: number,
  green: number,
  blue: number,
  amount: number,
): void {
  const { albedo } = surface;
  albedo[0] = albedo[0]! + (red - albedo[0]!) * amount;
  albedo[1] = albedo[1]! + (green - albedo[1]!) * amount;
  albedo[2] = albedo[2]! + (blue - albedo[2]!) * amount;
}

/** Multiplies the colour. */
export function tone(surface: Surface, red: number, green: number, blue: number): void {
  const { albedo } = surface;
  albedo[0] = albedo[0]! * red;
  albedo[1] = albedo[1]! * green;
  albedo[2] = albedo[2]! * blue;
}

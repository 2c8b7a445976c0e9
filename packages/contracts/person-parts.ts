/**
 * Labels of a person parse map, one byte a pixel. Left and right are the person's own.
 * The order is fixed: parse maps are stored and compared by number.
 */
export const PERSON_PARTS = [
  'background',
  'hair',
  'face',
  'neck',
  'torso-skin',
  'left-upper-arm',
  'right-upper-arm',
  'left-forearm',
  'right-forearm',
  'left-hand',
  'right-hand',
  'upper-clothes',
  'lower-clothes',
  'left-leg',
  'right-leg',
  'left-shoe',
  'right-shoe',
] as const;

export type PersonPart = (typeof PERSON_PARTS)[number];

/** The number of each part in a parse map. */
export const PART = Object.fromEntries(PERSON_PARTS.map((name, index) => [name, index])) as {
  readonly [Name in PersonPart]: number;
};

import type { Build } from './person-spec.ts';

/** An average woman. */
export const WOMAN: Build = {
  height: 1.7,
  shoulder: 0.159,
  chest: 0.136,
  waist: 0.118,
  hip: 0.16,
  bust: 0.6,
  belly: 0,
  limb: 0.9,
  jaw: 0.08,
};

/** An average man. */
export const MAN: Build = {
  height: 1.8,
  shoulder: 0.177,
  chest: 0.152,
  waist: 0.138,
  hip: 0.155,
  bust: 0,
  belly: 0.1,
  limb: 1.04,
  jaw: 0.75,
};

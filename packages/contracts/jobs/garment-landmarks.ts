/** Landmarks of a garment's photo that a person may set; `left` is the photo's left. */
export const GARMENT_LANDMARKS = [
  'left_collar',
  'right_collar',
  'left_shoulder',
  'right_shoulder',
  'left_armpit',
  'right_armpit',
  'left_cuff_outer',
  'left_cuff_inner',
  'right_cuff_outer',
  'right_cuff_inner',
  'left_waist',
  'right_waist',
  'left_hem',
  'right_hem',
  'crotch',
  'left_leg_inner_hem',
  'right_leg_inner_hem',
] as const;
export type GarmentLandmark = (typeof GARMENT_LANDMARKS)[number];

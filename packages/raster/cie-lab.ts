/** Rows of the sRGB to CIE XYZ (D65) matrix. @see IEC 61966-2-1. */
export const RGB_TO_XYZ = [
  [0.4123907993, 0.3575843394, 0.1804807884],
  [0.2126390059, 0.7151686788, 0.0721923154],
  [0.0193308187, 0.1191947798, 0.9505321522],
] as const;

/** Rows of the inverse of `RGB_TO_XYZ`. */
export const XYZ_TO_RGB = [
  [3.2409699419, -1.5373831776, -0.4986107603],
  [-0.9692436363, 1.8759675015, 0.0415550574],
  [0.0556300797, -0.2039769589, 1.0569715142],
] as const;

/** XYZ of sRGB white: the row sums, so that every grey has a = b = 0. */
export const WHITE = [
  RGB_TO_XYZ[0][0] + RGB_TO_XYZ[0][1] + RGB_TO_XYZ[0][2],
  RGB_TO_XYZ[1][0] + RGB_TO_XYZ[1][1] + RGB_TO_XYZ[1][2],
  RGB_TO_XYZ[2][0] + RGB_TO_XYZ[2][1] + RGB_TO_XYZ[2][2],
] as const;

/** (6/29)³: below it the compression is a straight line. @see CIE 15:2004. */
export const LINEAR_BELOW = 216 / 24389;
/** Slope of that straight line. */
export const LINEAR_SLOPE = 841 / 108;
/** Its value at zero. */
export const LINEAR_OFFSET = 4 / 29;

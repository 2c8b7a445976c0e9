import type { HeightField, NormalMap } from './height-field.ts';

/** Height gained per pixel between two neighbours; the background beside a surface has no say. */
function slope(before: number, here: number, after: number): number {
  if (before > 0 && after > 0) return (after - before) / 2;
  if (after > 0) return after - here;
  return before > 0 ? here - before : 0;
}

/** The directions of a height field's surface; the background faces the viewer. */
export function normalMap({ height: field, scale }: HeightField): NormalMap {
  const { width, height, data } = field;
  const normals = new Float32Array(width * height * 3);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const here = data[pixel]!;
      let across = 0;
      let down = 0;
      if (here > 0) {
        const before = x > 0 ? data[pixel - 1]! : 0;
        const after = x < width - 1 ? data[pixel + 1]! : 0;
        const above = y > 0 ? data[pixel - width]! : 0;
        const below = y < height - 1 ? data[pixel + width]! : 0;
        across = slope(before, here, after) / scale;
        down = slope(above, here, below) / scale;
      }
      const length = Math.sqrt(across * across + down * down + 1);
      normals[pixel * 3] = (0 - across) / length;
      normals[pixel * 3 + 1] = down / length;
      normals[pixel * 3 + 2] = 1 / length;
    }
  }
  return { width, height, data: normals };
}

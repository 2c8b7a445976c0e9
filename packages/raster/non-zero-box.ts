import type { Rectangle } from './crop.ts';
import type { Mask, Plane } from './types.ts';

/**
 * The box round the pixels that are not 0, wider by a margin on each side as far as the picture goes.
 *
 * @param margin whole pixels, at least 0.
 * @returns null when all are 0.
 */
export function nonZeroBox(
  { width, height, data }: Mask | Plane,
  margin: number,
): Rectangle | null {
  let first = 0;
  while (first < data.length && data[first] === 0) first++;
  if (first === data.length) return null;
  let last = data.length - 1;
  while (data[last] === 0) last--;
  const top = Math.floor(first / width);
  const bottom = Math.floor(last / width);
  let left = width;
  let right = -1;
  for (let y = top; y <= bottom; y++) {
    const row = y * width;
    let x = 0;
    while (x < left && data[row + x] === 0) x++;
    left = x;
    x = width - 1;
    while (x > right && data[row + x] === 0) x--;
    right = x;
  }
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return {
    x,
    y,
    width: Math.min(width - 1, right + margin) - x + 1,
    height: Math.min(height - 1, bottom + margin) - y + 1,
  };
}

/** `nonZeroBox` for a plane; a negative zero may count as something. */
export function nonZeroBoxOfPlane(
  { width, height, data }: Plane,
  margin: number,
): Rectangle | null {
  // Looked at as bytes: one function for arrays of two kinds would be slow for either.
  const size = data.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const box = nonZeroBox({ width: size * width, height, data: bytes }, 0);
  if (box === null) return null;
  const x = Math.max(0, Math.floor(box.x / size) - margin);
  const y = Math.max(0, box.y - margin);
  const right = Math.min(width, Math.ceil((box.x + box.width) / size) + margin);
  const bottom = Math.min(height, box.y + box.height + margin);
  return { x, y, width: right - x, height: bottom - y };
}

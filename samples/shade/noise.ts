function scrambled(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const TABLE_BITS = 12;

/** Random numbers for the corners of the noise: looking one up is much cheaper than making it. */
const CORNERS = Float64Array.from({ length: 1 << TABLE_BITS }, (_, i) => scrambled(i + 1));

function corner(x: number, y: number, z: number): number {
  const mixed = Math.imul(x, 0x27d4eb2d) + Math.imul(y, 0x165667b1) + Math.imul(z, 0x9e3779b1);
  return CORNERS[(mixed ^ (mixed >>> 15)) >>> (32 - TABLE_BITS)]!;
}

/** A random number from 0 to 1 that belongs to three whole numbers. */
export function randomAt(x: number, y: number, z: number): number {
  return scrambled(Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1));
}

/** Smooth noise with cells of size 1, from -1 to 1. */
export function valueNoise(x: number, y: number, z: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  let tx = x - ix;
  let ty = y - iy;
  let tz = z - iz;
  tx = tx * tx * (3 - 2 * tx);
  ty = ty * ty * (3 - 2 * ty);
  tz = tz * tz * (3 - 2 * tz);
  const a = corner(ix, iy, iz);
  const b = corner(ix, iy + 1, iz);
  const c = corner(ix, iy, iz + 1);
  const d = corner(ix, iy + 1, iz + 1);
  const ab = a + (corner(ix + 1, iy, iz) - a) * tx;
  const bb = b + (corner(ix + 1, iy + 1, iz) - b) * tx;
  const cb = c + (corner(ix + 1, iy, iz + 1) - c) * tx;
  const db = d + (corner(ix + 1, iy + 1, iz + 1) - d) * tx;
  const front = ab + (bb - ab) * ty;
  const back = cb + (db - cb) * ty;
  return (front + (back - front) * tz) * 2 - 1;
}

/** Sum of `octaves` noises, each at twice the frequency and half the strength; about -1 to 1. */
export function fractalNoise(x: number, y: number, z: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  let frequency = 1;
  for (let i = 0; i < octaves; i++) {
    sum += strength * valueNoise(x * frequency + i * 17.3, y * frequency, z * frequency);
    strength *= 0.5;
    frequency *= 2.03;
  }
  return sum;
}

const GAUSSIANS = Float64Array.from({ length: 1 << TABLE_BITS }, (_, i) => {
  const radius = Math.sqrt(-2 * Math.log((i + 0.5) / (1 << TABLE_BITS)));
  return radius * Math.cos(2 * Math.PI * scrambled(i + 7919));
});

/** A normally distributed number (mean 0, variance 1) that belongs to three whole numbers. */
export function gaussianAt(x: number, y: number, z: number): number {
  const mixed = Math.imul(x, 0x27d4eb2d) + Math.imul(y, 0x165667b1) + Math.imul(z, 0x9e3779b1);
  const h = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return GAUSSIANS[(h ^ (h >>> 13)) >>> (32 - TABLE_BITS)]!;
}

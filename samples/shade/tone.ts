/** A colour in linear light, 1 = white under the key light. */
export type Light = readonly [number, number, number];

/** Linear light of an sRGB value from 0 to 255. */
export function linear(value: number): number {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** A colour of 0 to 255 a channel in linear light. */
export function linearColour(colour: readonly [number, number, number]): Light {
  return [linear(colour[0]), linear(colour[1]), linear(colour[2])];
}

/** sRGB value, 0 to 255 with fractions, of linear light; highlights roll off instead of clipping. */
export function developed(light: number): number {
  const soft = light < 0.7 ? light : 0.7 + 0.3 * (1 - Math.exp(-(light - 0.7) / 0.3));
  const held = Math.min(Math.max(soft, 0), 1);
  return 255 * (held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055);
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(Math.max((x - low) / (high - low), 0), 1);
  return t * t * (3 - 2 * t);
}

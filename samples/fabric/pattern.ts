import { fractalNoise, randomAt, valueNoise } from '../shade/noise.ts';
import { type Light, linearColour, smoothstep } from '../shade/tone.ts';
import { textDistance, textWidth } from './glyphs.ts';

type Colour = readonly [number, number, number];

/** What is printed on or woven into a cloth. Lengths in metres, colours sRGB 0 to 255. */
export type Pattern =
  | { readonly kind: 'plain'; readonly ground: Colour }
  | { readonly kind: 'denim'; readonly ground: Colour }
  | { readonly kind: 'heather'; readonly ground: Colour }
  | {
      readonly kind: 'stripes';
      readonly ground: Colour;
      readonly stripe: Colour;
      readonly period: number;
      readonly width: number;
      readonly upright: boolean;
    }
  | {
      readonly kind: 'plaid';
      readonly ground: Colour;
      readonly bars: readonly {
        readonly colour: Colour;
        readonly period: number;
        readonly width: number;
        readonly offset: number;
      }[];
    }
  | {
      readonly kind: 'floral';
      readonly ground: Colour;
      readonly petals: readonly Colour[];
      readonly heart: Colour;
      readonly leaf: Colour;
      readonly size: number;
    }
  | {
      readonly kind: 'dots';
      readonly ground: Colour;
      readonly dot: Colour;
      readonly period: number;
    }
  | {
      readonly kind: 'print';
      readonly ground: Colour;
      readonly ink: Colour;
      readonly accent: Colour;
      readonly text: string;
      /** Cap height. */
      readonly size: number;
      /** Draws a rising sun over waves above the text. */
      readonly emblem: boolean;
    };

/** Writes the cloth's linear colour at (u, v) to `out`; v upwards, (0, 0) on the chest's middle. */
export type PatternPainter = (u: number, v: number, out: Float64Array) => void;

function set(out: Float64Array, colour: Light): void {
  out[0] = colour[0];
  out[1] = colour[1];
  out[2] = colour[2];
}

function blend(out: Float64Array, colour: Light, amount: number): void {
  out[0] = out[0]! + (colour[0] - out[0]!) * amount;
  out[1] = out[1]! + (colour[1] - out[1]!) * amount;
  out[2] = out[2]! + (colour[2] - out[2]!) * amount;
}

/** 1 inside bars of `width` repeated every `period`, with an edge half a millimetre soft. */
function bar(x: number, period: number, width: number): number {
  const at = x / period - Math.floor(x / period) - 0.5;
  return 1 - smoothstep(-0.0004, 0.0004, Math.abs(at) * period - width / 2);
}

function wrap(x: number): number {
  return x - Math.floor(x);
}

function floral(pattern: Extract<Pattern, { kind: 'floral' }>): PatternPainter {
  const ground = linearColour(pattern.ground);
  const petals = pattern.petals.map(linearColour);
  const heart = linearColour(pattern.heart);
  const leaf = linearColour(pattern.leaf);
  const { size } = pattern;
  return (u, v, out) => {
    set(out, ground);
    const column = Math.floor(u / size);
    const row = Math.floor(v / size);
    for (let j = row - 1; j <= row + 1; j++) {
      for (let i = column - 1; i <= column + 1; i++) {
        const x = u - (i + 0.22 + 0.56 * randomAt(i, j, 1)) * size;
        const y = v - (j + 0.22 + 0.56 * randomAt(i, j, 2)) * size;
        const radius = size * (0.26 + 0.2 * randomAt(i, j, 3));
        const distance = Math.hypot(x, y) / radius;
        if (distance > 2) continue;
        const turn = randomAt(i, j, 4) * 6.28;
        const angle = Math.atan2(y, x) + turn;
        const petal = 0.62 + 0.38 * Math.abs(Math.cos(angle * 2.5));
        const blade = Math.abs(Math.sin(angle * 1 + turn)) ** 14 * 1.45;
        blend(out, leaf, 1 - smoothstep(blade - 0.04, blade + 0.04, distance));
        const colour = petals[Math.floor(randomAt(i, j, 5) * petals.length)]!;
        blend(out, colour, 1 - smoothstep(petal - 0.04, petal + 0.04, distance));
        if (distance < petal) blend(out, heart, 0.35 * (1 - smoothstep(0.1, 0.55, distance)));
        blend(out, heart, 1 - smoothstep(0.2, 0.27, distance));
      }
    }
  };
}

function emblem(out: Float64Array, ink: Light, accent: Light, x: number, y: number): void {
  const radius = Math.hypot(x, y);
  if (radius > 1.05) return;
  const edge = 0.012;
  const disc = 1 - smoothstep(1 - edge, 1 + edge, radius);
  const horizon = -0.12 + 0.05 * Math.sin(x * 7);
  const gap = smoothstep(
    0.03,
    0.05,
    Math.abs(wrap((y - horizon) / 0.26 + 0.06 * Math.sin(x * 7 + 1)) - 0.5) * 0.26,
  );
  if (y > horizon) blend(out, accent, disc);
  else blend(out, ink, disc * gap);
}

function print(pattern: Extract<Pattern, { kind: 'print' }>): PatternPainter {
  const ground = linearColour(pattern.ground);
  const ink = linearColour(pattern.ink);
  const accent = linearColour(pattern.accent);
  const { size, text } = pattern;
  const half = textWidth(text) / 2;
  const radius = size * 2.1;
  return (u, v, out) => {
    set(out, ground);
    const x = u / size + half;
    const y = v / size + (pattern.emblem ? 1.2 : 0.2);
    if (y > -0.2 && y < 1.2 && x > -0.2 && x < 2 * half + 0.2) {
      blend(out, ink, 1 - smoothstep(0.085, 0.105, textDistance(text, x, y)));
    }
    if (pattern.emblem) emblem(out, ink, accent, u / radius, (v - radius * 1.1) / radius);
  };
}

function plaid(pattern: Extract<Pattern, { kind: 'plaid' }>): PatternPainter {
  const ground = linearColour(pattern.ground);
  const bars = pattern.bars.map((each) => ({ ...each, light: linearColour(each.colour) }));
  return (u, v, out) => {
    set(out, ground);
    const twill = wrap((u + v) / 0.0028) < 0.5 ? 0.62 : 0.38;
    for (const each of bars) {
      const across = bar(u + each.offset, each.period, each.width);
      const down = bar(v + each.offset, each.period, each.width);
      blend(out, each.light, across * twill);
      blend(out, each.light, down * (1 - twill));
    }
  };
}

/** Prepares a pattern for painting. */
export function patternPainter(pattern: Pattern): PatternPainter {
  const ground = linearColour(pattern.ground);
  switch (pattern.kind) {
    case 'plain':
      return (_u, _v, out) => set(out, ground);
    case 'denim':
      return (u, v, out) => {
        const twill = wrap((u * 0.8 + v) / 0.0024 + 0.2 * valueNoise(u * 900, v * 900, 2)) < 0.5;
        const slub = 1 + 0.14 * fractalNoise(u * 420, v * 60, 5, 2);
        const wash = 1 + 0.22 * fractalNoise(u * 14, v * 7, 9, 2);
        const k = slub * wash * (twill ? 1.1 : 0.9);
        out[0] = ground[0] * k * k;
        out[1] = ground[1] * k;
        out[2] = ground[2] * k;
      };
    case 'heather':
      return (u, v, out) => {
        const k =
          1 + 0.17 * valueNoise(u * 900, v * 320, 1) + 0.07 * valueNoise(u * 300, v * 110, 4);
        out[0] = ground[0] * k;
        out[1] = ground[1] * k;
        out[2] = ground[2] * k;
      };
    case 'stripes': {
      const stripe = linearColour(pattern.stripe);
      return (u, v, out) => {
        set(out, ground);
        blend(out, stripe, bar(pattern.upright ? u : v, pattern.period, pattern.width));
      };
    }
    case 'dots': {
      const dot = linearColour(pattern.dot);
      const { period } = pattern;
      return (u, v, out) => {
        set(out, ground);
        const row = Math.floor(v / period);
        const x = wrap(u / period + (row & 1) * 0.5) - 0.5;
        const y = wrap(v / period) - 0.5;
        blend(out, dot, 1 - smoothstep(0.2, 0.23, Math.hypot(x, y)));
      };
    }
    case 'plaid':
      return plaid(pattern);
    case 'floral':
      return floral(pattern);
    case 'print':
      return print(pattern);
  }
}

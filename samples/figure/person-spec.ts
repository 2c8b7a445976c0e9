import type { Pattern } from '../fabric/pattern.ts';
import type { Vector } from '../solid/vector.ts';

/** An sRGB colour, 0 to 255 a channel. */
export type Colour = readonly [number, number, number];

/** Proportions of a body. Lengths in metres for a person 1.72 m tall; `height` scales all of them. */
export interface Build {
  readonly height: number;
  /** Half the distance between the shoulder joints. */
  readonly shoulder: number;
  /** Half widths of the trunk. */
  readonly chest: number;
  readonly waist: number;
  readonly hip: number;
  /** 0 = flat, 1 = full. */
  readonly bust: number;
  /** 0 = flat, 1 = round. */
  readonly belly: number;
  /** Thickness of arms and legs, 1 = slim average. */
  readonly limb: number;
  /** 0 = soft and narrow jaw, 1 = angular and broad. */
  readonly jaw: number;
}

/** Directions of one arm, given for the left side (x outwards); length does not matter. */
export interface ArmPose {
  readonly upper: Vector;
  readonly fore: Vector;
  readonly hand: Vector;
  /** Where the back of the hand looks. */
  readonly back: Vector;
  /** Bend of the fingers in degrees at the knuckle. */
  readonly curl: number;
}

export interface Stance {
  readonly left: ArmPose;
  readonly right: ArmPose;
  /** The hips' shift to the picture's right, metres. */
  readonly sway: number;
  /** How much the left shoulder is above the right one, metres. */
  readonly shoulderTilt: number;
  /** Turn of the whole body about the vertical, degrees, positive = to the picture's right. */
  readonly turn: number;
  /** Turn, nod and tilt of the head in degrees. */
  readonly head: Vector;
  /** x and z of the left and the right ankle in metres. */
  readonly feet: readonly [readonly [number, number], readonly [number, number]];
}

export type HairStyle = 'crop' | 'side-part' | 'bun' | 'bob' | 'long' | 'curls' | 'ponytail';

export interface Fabric {
  readonly pattern: Pattern;
  /** 0 = smooth and crisp, 1 = soft and much folded. */
  readonly folds: number;
  /** Weave: strength of the fine relief, 0 to 1. */
  readonly weave: number;
}

export interface UpperWear {
  readonly neckline: 'crew' | 'v' | 'scoop' | 'collar';
  /** `none`, `short` to the middle of the upper arm, `long` to the wrist. */
  readonly sleeve: 'none' | 'short' | 'long';
  /** Height of the lower edge above the floor in metres, for a person 1.72 m tall. */
  readonly hem: number;
  /** Room between body and cloth in metres at chest, waist and hem. */
  readonly ease: readonly [number, number, number];
  readonly tucked: boolean;
  readonly fabric: Fabric;
}

export interface LowerWear {
  readonly kind: 'trousers' | 'shorts' | 'skirt';
  readonly hem: number;
  /** Room between leg and cloth at the thigh and at the hem. */
  readonly ease: readonly [number, number];
  readonly fabric: Fabric;
}

export interface PersonSpec {
  readonly name: string;
  readonly build: Build;
  readonly stance: Stance;
  readonly skin: Colour;
  readonly lips: Colour;
  readonly iris: Colour;
  readonly hair: { readonly style: HairStyle; readonly colour: Colour };
  readonly beard: number;
  /** A dress is an upper garment that ends below the hips; `lower` is null then. */
  readonly upper: UpperWear;
  readonly lower: LowerWear | null;
  readonly shoes: { readonly upper: Colour; readonly sole: Colour };
  readonly scene: 'studio-warm' | 'studio-cool' | 'room' | 'park';
  /** Heights above the floor at the picture's top and bottom edge, in metres. */
  readonly view: readonly [number, number];
  /** Start of every random number of this person. */
  readonly seed: number;
}

import { PART } from '@proteus/contracts/person-parts.ts';
import type { LoftSection, Primitive } from '../solid/shape.ts';
import { add, fromFrame, mix, type Vector } from '../solid/vector.ts';
import { LAYER } from './layers.ts';
import type { PersonSpec } from './person-spec.ts';
import { cone, primitive } from './primitive.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/**
 * Cross-sections of the bare trunk from the crotch to the base of the neck, `at` in metres above
 * the floor.
 */
export function trunkSections(spec: PersonSpec, skeleton: Skeleton): readonly LoftSection[] {
  const { chest, waist, hip, belly } = spec.build;
  const s = skeleton.scale;
  const sway = spec.stance.sway;
  const section = (
    at: number,
    side: number,
    front: number,
    back: number,
    follow: number,
    z = 0,
  ): LoftSection => ({
    at: at * s,
    side: side * s,
    front: front * s,
    back: back * s,
    x: follow * sway,
    z: z * s,
  });
  return [
    section(0.765, hip * 0.4, 0.05, 0.06, 1),
    section(0.81, hip * 0.86, 0.088, 0.108, 1),
    section(0.86, hip, 0.098 + belly * 0.01, 0.128, 1, -0.005),
    section(0.95, hip * 0.955, 0.1 + belly * 0.05, 0.112, 1),
    section(1.03, waist * 1.05, 0.094 + belly * 0.085, 0.085, 0.9),
    section(1.085, waist, 0.09 + belly * 0.08, 0.08, 0.7),
    section(1.17, (waist + chest) / 2, 0.1 + belly * 0.05, 0.088, 0.4),
    section(1.265, chest, 0.108 + belly * 0.02, 0.104, 0.1, -0.004),
    section(1.34, chest * 0.99, 0.094, 0.106, 0, -0.008),
    section(1.395, chest * 0.86, 0.07, 0.094, 0, -0.014),
    section(1.435, 0.085, 0.056, 0.074, 0, -0.018),
    section(1.475, 0.055, 0.045, 0.052, 0, -0.018),
  ];
}

/** The cross-section at a height between two given ones; beyond the ends the nearest. */
export function sectionAt(sections: readonly LoftSection[], at: number): LoftSection {
  const next = sections.findIndex((section) => section.at >= at);
  if (next <= 0) return { ...sections[next === 0 ? 0 : sections.length - 1]!, at };
  const a = sections[next - 1]!;
  const b = sections[next]!;
  const t = (at - a.at) / (b.at - a.at);
  const between = (p = 0, q = 0) => p + (q - p) * t;
  return {
    at,
    side: between(a.side, b.side),
    front: between(a.front, b.front),
    back: between(a.back, b.back),
    x: between(a.x, b.x),
    z: between(a.z, b.z),
  };
}

/** Middles of the breasts. */
export function bustCentres(spec: PersonSpec, skeleton: Skeleton): readonly Vector[] {
  const s = skeleton.scale;
  return SIDES.map((side) => [
    side.sign * 0.072 * s,
    1.243 * s,
    (0.062 + spec.build.bust * 0.022) * s,
  ]);
}

/** Trunk, neck and the slopes between neck and shoulders. */
export function trunkPrimitives(spec: PersonSpec, skeleton: Skeleton): readonly Primitive[] {
  const s = skeleton.scale;
  const { build } = spec;
  const torso = PART['torso-skin'];
  const skin = LAYER.skin;
  const chin = fromFrame(skeleton.head, skeleton.headFrame, [0, -0.055 * s, -0.012 * s]);
  const neckRadius = (0.0465 + build.jaw * 0.0105) * s;
  const parts: Primitive[] = [
    primitive(skin, torso, {
      kind: 'loft',
      origin: [0, 0, 0],
      sections: trunkSections(spec, skeleton),
    }),
  ];
  for (const side of SIDES) {
    const arm = skeleton.arms[side.index];
    const root: Vector = [side.sign * 0.04 * s, 1.452 * s, -0.034 * s];
    const tip = add(arm.shoulder, [-side.sign * 0.012 * s, 0.004 * s, -0.004 * s]);
    parts.push(primitive(skin, torso, cone(root, tip, 0.036 * s, 0.041 * s), 0.03 * s));
    parts.push(
      primitive(
        skin,
        torso,
        cone(
          [side.sign * 0.02 * s, 1.42 * s, 0.03 * s],
          add(mix(arm.shoulder, tip, 0.5), [0, 0.026 * s, 0.018 * s]),
          0.009 * s,
          0.009 * s,
        ),
        0.022 * s,
      ),
    );
    if (build.bust > 0) {
      parts.push(
        primitive(
          skin,
          torso,
          {
            kind: 'ellipsoid',
            centre: bustCentres(spec, skeleton)[side.index]!,
            radii: [0.062 * s, 0.06 * s, (0.03 + 0.03 * build.bust) * s],
          },
          0.05 * s,
        ),
      );
    } else {
      parts.push(
        primitive(
          skin,
          torso,
          {
            kind: 'ellipsoid',
            centre: [side.sign * 0.075 * s, 1.285 * s, 0.07 * s],
            radii: [0.078 * s, 0.055 * s, 0.036 * s],
          },
          0.05 * s,
        ),
      );
    }
  }
  parts.push(
    primitive(skin, PART.neck, cone(skeleton.neck, chin, neckRadius, neckRadius), 0.03 * s),
  );
  for (const side of SIDES) {
    parts.push(
      primitive(
        skin,
        PART.neck,
        cone(
          [side.sign * 0.014 * s, 1.432 * s, 0.028 * s],
          add(chin, [side.sign * 0.048 * s, 0.02 * s, -0.006 * s]),
          0.0085 * s,
          0.01 * s,
        ),
        0.02 * s,
      ),
    );
  }
  return parts;
}

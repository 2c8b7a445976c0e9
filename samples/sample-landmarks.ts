import type { Figure } from './figure/figure.ts';
import { FACE, headPoint } from './figure/head.ts';
import { handPoint } from './figure/limbs.ts';
import { SIDES } from './figure/skeleton.ts';
import { type Camera, project, toBody } from './shade/camera.ts';
import { createHit, trace } from './solid/trace.ts';
import { add, fromFrame, length, normalise, subtract, type Vector } from './solid/vector.ts';

/** A true landmark of a drawn person, in pixels. */
export interface SampleLandmark {
  readonly x: number;
  readonly y: number;
  /** Whether nothing but its own flesh or cloth is before it and it lies in the picture. */
  readonly visible: boolean;
}

/** A landmark in the round and the radius of the body part that holds it. */
interface Joint {
  readonly point: Vector;
  readonly radius: number;
}

/** The 33 points in the order of `POSE_LANDMARKS`. */
function jointsOf({ skeleton }: Figure): readonly Joint[] {
  const s = skeleton.scale;
  const face = ([x, y, z]: Vector, sign: number): Joint => ({
    point: headPoint(skeleton, [x * sign, y, z]),
    radius: 0.03 * s,
  });
  const [ex, ey, ez] = FACE.eye;
  const eye = (sign: number) => [
    face([ex - 0.0135, ey, ez + 0.008], sign),
    face([ex, ey, ez + 0.012], sign),
    face([ex + 0.0135, ey, ez + 0.006], sign),
  ];
  const paired = (make: (side: (typeof SIDES)[number]) => Joint) => SIDES.map(make);
  const arm = (side: (typeof SIDES)[number]) => skeleton.arms[side.index];
  const leg = (side: (typeof SIDES)[number]) => skeleton.legs[side.index];
  const hand = (local: Vector) =>
    paired((side) => ({ point: handPoint(arm(side), side, s, local), radius: 0.05 * s }));
  const foot = (local: Vector) =>
    paired((side) => ({
      point: add(
        fromFrame([leg(side).ankle[0], 0, leg(side).ankle[2]], leg(side).foot, local),
        [0, 0, 0],
      ),
      radius: 0.09 * s,
    }));
  return [
    face(FACE.nose, 1),
    ...eye(1),
    ...eye(-1),
    face(FACE.ear, 1),
    face(FACE.ear, -1),
    face(FACE.mouth, 1),
    face(FACE.mouth, -1),
    ...paired((side) => ({ point: arm(side).shoulder, radius: 0.11 * s })),
    ...paired((side) => ({ point: arm(side).elbow, radius: 0.08 * s })),
    ...paired((side) => ({ point: arm(side).wrist, radius: 0.06 * s })),
    ...hand([-0.0275, 0.087, 0]),
    ...hand([0.029, 0.094, 0]),
    ...hand([0.05, 0.066, -0.014]),
    ...paired((side) => ({ point: leg(side).hip, radius: 0.17 * s })),
    ...paired((side) => ({ point: leg(side).knee, radius: 0.12 * s })),
    ...paired((side) => ({ point: leg(side).ankle, radius: 0.09 * s })),
    ...foot([0, 0.02 * s, -0.055 * s]),
    ...foot([0.003 * s, 0.02 * s, 0.145 * s]),
  ];
}

/** True pose points of a figure as the camera sees them. */
export function sampleLandmarks(figure: Figure, camera: Camera): readonly SampleLandmark[] {
  const hit = createHit();
  const eye = toBody(camera, [0, camera.height, camera.distance]);
  return jointsOf(figure).map(({ point, radius }) => {
    const { x, y } = project(camera, point);
    const inside = x >= 0 && y >= 0 && x <= camera.size.width - 1 && y <= camera.size.height - 1;
    const way = subtract(point, eye);
    const d = normalise(way);
    const met = trace(figure.grid, ...eye, ...d, 1 / camera.zoom, hit);
    return { x, y, visible: inside && met && hit.t > length(way) - radius };
  });
}

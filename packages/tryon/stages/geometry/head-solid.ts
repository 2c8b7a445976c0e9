import type { PersonAnalysis } from '../../person-analysis.ts';
import type { Ball } from './ball.ts';
import type { BodyScale } from './body-scale.ts';

/** Heights above the body's middle layer, in shoulder widths: the head is carried forwards. */
const NECK_FORWARD = 0.05;
const HEAD_FORWARD = 0.12;
const NECK_RADIUS = 0.16;
/** A face that the picture cuts off is measured too large. */
const LARGEST_FACE = 0.3;

/** The balls of neck and head, from the shoulders to the crown. */
export function placeHead(person: PersonAnalysis, body: BodyScale): readonly Ball[] {
  const { unit, scale, middle, frame } = body;
  const { faceUp } = person;
  const radius = Math.min(person.faceRadius / scale, LARGEST_FACE * unit);
  const onHead = (share: number, size: number): Ball => ({
    x: (person.chin.x + 0.5) / scale - 0.5 + faceUp.x * radius * share,
    y: (person.chin.y + 0.5) / scale - 0.5 + faceUp.y * radius * share,
    radius: radius * size,
    height: middle + HEAD_FORWARD * unit,
  });
  const neck = (share: number): Ball => {
    const chin = onHead(0, 1);
    return {
      x: frame.shoulderMiddle.x + (chin.x - frame.shoulderMiddle.x) * share,
      y: frame.shoulderMiddle.y + (chin.y - frame.shoulderMiddle.y) * share,
      radius: NECK_RADIUS * unit,
      height: middle + NECK_FORWARD * unit * share,
    };
  };
  return [neck(0), neck(1), onHead(0.8, 0.85), onHead(1.6, 1.15), onHead(2, 1.1)];
}

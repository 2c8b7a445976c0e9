import { mix, smoothStep } from '../../../stages/warp/scalar.ts';
import type { CapsuleEnd } from './capsules.ts';
import type { ArmStation } from './skin-arm-shape.ts';

/** An arm widens to the back of its hand over this length, in half widths of the hand. */
const LENGTH = 2.2;
/** The arm's own direction is read over so many of its last stations. */
const OVER = 3;

/**
 * Widens the covered end of an arm to the hand that is seen below its cuff: a wrist that went on as
 * slim as it is up to the cuff's edge left the hand's back as a ledge.
 *
 * @param hand the hand's visible cross-section below the cuff.
 */
export function taperToHand(
  stations: readonly ArmStation[],
  hand: CapsuleEnd,
): readonly ArmStation[] {
  const end = stations.at(-1)!;
  const before = stations.at(-1 - OVER) ?? stations[0]!;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const alongX = (end.x - before.x) / length;
  const alongY = (end.y - before.y) / length;
  return stations.map((station) => {
    const x = hand.x - station.x;
    const y = hand.y - station.y;
    const ahead = x * alongX + y * alongY;
    if (ahead < 0 || station.radius >= hand.radius) return station;
    const share = 1 - smoothStep(0, LENGTH * hand.radius, ahead);
    return {
      ...station,
      x: station.x + (x - alongX * ahead) * share,
      y: station.y + (y - alongY * ahead) * share,
      radius: mix(station.radius, hand.radius, share),
    };
  });
}

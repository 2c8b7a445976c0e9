import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { acrossFrame } from '../warp/body/frame-coordinates.ts';

const ELBOWS = ['left-elbow', 'right-elbow'] as const;

/** How far out the further elbow is held, in shoulder widths from the body's middle; 0.6 = beside the body. */
export function measureElbowReach({ pose, frame }: PersonAnalysis): number {
  return Math.max(
    ...ELBOWS.map((name) => {
      const { x, y } = pose.landmarks[LANDMARK[name]]!;
      return Math.abs(acrossFrame(frame, x, y));
    }),
  );
}

/** Shoulder width over torso length: about 0.65 from the front, the less the further the body is turned. */
export function measureBreadth({ frame }: PersonAnalysis): number {
  return frame.shoulderWidth / frame.torsoLength;
}

import type { PersonDetection } from './person-detector.ts';

const MERGE_OVERLAP = 0.3;

function overlap(a: PersonDetection, b: PersonDetection): number {
  const reach = (lengthA: number, lengthB: number, distance: number) =>
    Math.max(0, Math.min(lengthA, lengthB, (lengthA + lengthB) / 2 - Math.abs(distance)));
  const shared =
    reach(a.width, b.width, a.centreX - b.centreX) *
    reach(a.height, b.height, a.centreY - b.centreY);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

function weightedMean(group: readonly PersonDetection[], score: number): PersonDetection {
  const total = group.reduce((sum, detection) => sum + detection.score, 0);
  const mean = (key: keyof PersonDetection) =>
    group.reduce((sum, detection) => sum + detection[key] * detection.score, 0) / total;
  return {
    score,
    centreX: mean('centreX'),
    centreY: mean('centreY'),
    width: mean('width'),
    height: mean('height'),
    hipX: mean('hipX'),
    hipY: mean('hipY'),
    circleX: mean('circleX'),
    circleY: mean('circleY'),
  };
}

/**
 * Joins detections of the same person: those that overlap the surest one are averaged by score.
 *
 * @returns one detection a person, surest first.
 * @see Bazarevsky et al. 2019, "BlazeFace", 3.4 (blending instead of non-maximum suppression).
 */
export function mergeDetections(detections: readonly PersonDetection[]): PersonDetection[] {
  let rest = [...detections].sort((a, b) => b.score - a.score);
  const merged: PersonDetection[] = [];
  while (rest.length > 0) {
    const best = rest[0]!;
    const isSame = (other: PersonDetection) =>
      other === best || overlap(best, other) > MERGE_OVERLAP;
    merged.push(weightedMean(rest.filter(isSame), best.score));
    rest = rest.filter((other) => !isSame(other));
  }
  return merged;
}

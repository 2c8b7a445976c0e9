import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { analysePerson } from '../person-parsing/analyse-person.ts';
import { flatFigure } from '../person-parsing/testing/flat-figure.ts';
import { measureBreadth, measureElbowReach } from './posture.ts';

describe('posture', () => {
  let person: PersonAnalysis;
  beforeAll(() => {
    const { picture, pose } = flatFigure();
    person = analysePerson(picture, pose, () => {});
  });
  /** The same person with every landmark this far from the middle against before. */
  const drawnTo = (share: number): PersonAnalysis => {
    const { shoulderMiddle } = person.frame;
    const landmarks = person.pose.landmarks.map((landmark) => ({
      ...landmark,
      x: shoulderMiddle.x + (landmark.x - shoulderMiddle.x) * share,
    }));
    return { ...person, pose: { ...person.pose, landmarks } };
  };

  it('tells elbows held out from elbows beside the body', () => {
    const reach = measureElbowReach(person);
    expect(reach).toBeGreaterThan(0.4);
    expect(measureElbowReach(drawnTo(2))).toBeCloseTo(2 * reach);
  });

  it('finds a turned body narrow', () => {
    const { frame } = person;
    const turned = { ...person, frame: { ...frame, shoulderWidth: frame.shoulderWidth * 0.7 } };
    expect(measureBreadth(turned)).toBeCloseTo(0.7 * measureBreadth(person));
  });
});

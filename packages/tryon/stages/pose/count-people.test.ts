import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import type { PersonDetection } from '@proteus/neural/networks/person-detector.ts';
import { describe, expect, it } from 'vitest';
import { countPeople } from './count-people.ts';
import type { CropFrame } from './crop-frame.ts';
import type { FoundPerson } from './find-people.ts';
import type { PosePass } from './pose-pass.ts';

const { signal } = new AbortController();
const picture = { width: 400, height: 300, data: new Uint8Array(400 * 300 * 3) };

/** A look at a crop with a body in its middle, as wide as a quarter of it. */
function passAt(frame: CropFrame, score = 1): PosePass {
  const landmarks = new Float32Array(39 * 5);
  landmarks.set([160, 100], LANDMARK['left-shoulder'] * 5);
  landmarks.set([96, 100], LANDMARK['right-shoulder'] * 5);
  return {
    frame,
    landmarks,
    sureness: new Float32Array(39),
    score,
    mask: new Float32Array(256 * 256),
  };
}

function frameAt(centreX: number, size: number): CropFrame {
  return { centreX, centreY: 150, size, rotation: 0 };
}

/** A detection in the middle of a window, of a body that fills half of it. */
const MIDDLE: PersonDetection = {
  score: 0.6,
  centreX: 0.5,
  centreY: 0.5,
  width: 0.2,
  height: 0.2,
  hipX: 0.5,
  hipY: 0.5,
  circleX: 0.5,
  circleY: 0.1,
};

async function count(people: readonly FoundPerson[], poseScore = 1) {
  let looks = 0;
  const found = await countPeople({
    detector: { run: async () => [MIDDLE] },
    look: async (frame) => {
      looks++;
      return passAt(frame, poseScore);
    },
    picture,
    people,
    chosen: passAt(frameAt(320, 200)),
    signal,
  });
  return { found, looks };
}

describe('countPeople', () => {
  it('counts whom a sure detector saw, without another look', async () => {
    const one = { frame: frameAt(320, 200), score: 0.9 };
    expect(await count([one])).toEqual({ found: 1, looks: 0 });
    expect(await count([one, { frame: frameAt(100, 180), score: 0.6 }])).toMatchObject({
      found: 2,
    });
  });

  it('leaves out whom the distance makes small', async () => {
    const far = { frame: frameAt(50, 60), score: 0.9 };
    expect(await count([{ frame: frameAt(320, 200), score: 0.9 }, far])).toMatchObject({
      found: 1,
    });
  });

  it('searches parts of the picture when the detector was unsure of one person', async () => {
    const unsure = { frame: frameAt(320, 200), score: 0.55 };
    const { found, looks } = await count([unsure]);
    expect(found).toBeGreaterThan(1);
    expect(looks).toBeGreaterThan(0);
  });

  it('does not count what the landmark network takes for no body', async () => {
    expect(await count([{ frame: frameAt(320, 200), score: 0.55 }], 0.5)).toMatchObject({
      found: 1,
    });
  });
});

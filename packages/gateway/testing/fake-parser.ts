import { ProteusError } from '@proteus/contracts/errors.ts';
import type { ParsePerson } from '../dependencies.ts';

/** Sees a head in every picture that does not say "nobody"; each stroke adds to the area. */
export const fakeParser: ParsePerson = async (bytes, { person_mask }) => {
  const text = Buffer.from(bytes).toString();
  if (text.includes('nobody')) throw new ProteusError('NO_PERSON', { stage: 'pose' });
  return {
    width: 300,
    height: 400,
    confidence: 0.9,
    people: 1,
    parts: [{ index: 2, name: 'face', colour: '#ffaa82', area: 0.1 * (1 + person_mask.length) }],
    pose: { score: 0.9, landmarks: [{ name: 'nose', x: 0.5, y: 0.2, visibility: 0.9 }] },
    map: `data:image/png;base64,${Buffer.from(`map of ${text}`).toString('base64')}`,
  };
};

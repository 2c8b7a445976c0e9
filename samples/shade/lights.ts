import { normalise, type Vector } from '../solid/vector.ts';
import { type Camera, toBody } from './camera.ts';
import type { Light } from './tone.ts';

/** A far light: the way to it and its strength. */
export interface Lamp {
  readonly direction: Vector;
  readonly colour: Light;
}

/** The lights of a scene: a soft key light, a fill light, an edge light and the surroundings. */
export interface Lights {
  readonly key: Lamp;
  readonly fill: Lamp;
  readonly rim: Lamp;
  readonly above: Light;
  readonly below: Light;
}

export type SceneName = 'studio-warm' | 'studio-cool' | 'room' | 'park';

const STUDIO: Lights = {
  key: { direction: [-0.55, 0.62, 0.72], colour: [0.78, 0.755, 0.72] },
  fill: { direction: [0.85, 0.12, 0.6], colour: [0.17, 0.175, 0.19] },
  rim: { direction: [0.62, 0.45, -0.55], colour: [0.34, 0.34, 0.36] },
  above: [0.33, 0.335, 0.345],
  below: [0.2, 0.19, 0.18],
};

const LIGHTS: { readonly [Name in SceneName]: Lights } = {
  'studio-warm': STUDIO,
  'studio-cool': {
    ...STUDIO,
    key: { direction: [0.52, 0.64, 0.74], colour: [0.78, 0.755, 0.73] },
    fill: { direction: [-0.85, 0.1, 0.62], colour: [0.16, 0.175, 0.2] },
    rim: { direction: [-0.62, 0.45, -0.5], colour: [0.34, 0.36, 0.4] },
  },
  room: {
    key: { direction: [-0.78, 0.42, 0.62], colour: [0.84, 0.77, 0.68] },
    fill: { direction: [0.8, 0.2, 0.6], colour: [0.13, 0.14, 0.16] },
    rim: { direction: [-0.7, 0.4, -0.5], colour: [0.22, 0.21, 0.2] },
    above: [0.34, 0.34, 0.34],
    below: [0.21, 0.18, 0.15],
  },
  park: {
    key: { direction: [0.45, 0.78, 0.55], colour: [0.86, 0.79, 0.68] },
    fill: { direction: [-0.8, 0.3, 0.55], colour: [0.12, 0.15, 0.17] },
    rim: { direction: [-0.5, 0.6, -0.65], colour: [0.55, 0.52, 0.42] },
    above: [0.36, 0.4, 0.44],
    below: [0.17, 0.19, 0.13],
  },
};

/** The scene's lights as the body's space sees them. */
export function lightsOf(scene: SceneName, camera: Camera): Lights {
  const turned = (lamp: Lamp): Lamp => ({
    direction: toBody(camera, normalise(lamp.direction)),
    colour: lamp.colour,
  });
  const lights = LIGHTS[scene];
  return {
    ...lights,
    key: turned(lights.key),
    fill: turned(lights.fill),
    rim: turned(lights.rim),
  };
}

import { fileURLToPath } from 'node:url';

/** The pictures that demos and measurements use when none is named. */
const DEFAULTS = { person: 'people/ana.jpg', garment: 'garments/tee-sunrise.jpg' } as const;

/** Path of the committed sample picture of a person or a garment. */
export function samplePath(kind: keyof typeof DEFAULTS): string {
  return fileURLToPath(new URL(DEFAULTS[kind], import.meta.url));
}

import { addressAbuse } from './address-abuse.ts';
import { bombs } from './bombs.ts';
import { damagedPictures } from './damaged-pictures.ts';
import { formAbuse, submission } from './form-abuse.ts';
import type { HostileInput, HostilePicture } from './hostile-input.ts';
import { impostors } from './impostors.ts';
import { jsonAbuse } from './json-abuse.ts';
import { lyingPictures } from './lying-pictures.ts';
import { oddPictures } from './odd-pictures.ts';
import { validPictures } from './valid-pictures.ts';
import { wireAbuse } from './wire-abuse.ts';

/** Every bad input, by kind; the same ones in every run. */
export async function hostileInputs(): Promise<Readonly<Record<string, readonly HostileInput[]>>> {
  const valid = await validPictures();
  const submitted = (pictures: readonly HostilePicture[]) =>
    pictures.map(({ name, bytes, verdicts }) => ({
      name,
      request: submission(bytes, valid.png),
      verdicts,
    }));
  return {
    'damaged pictures': submitted(damagedPictures(valid)),
    'lying pictures': submitted(lyingPictures(valid)),
    'odd pictures': submitted(await oddPictures(valid)),
    impostors: submitted(impostors()),
    bombs: submitted(await bombs(valid)),
    'abused forms': formAbuse(valid),
    'abused JSON': jsonAbuse(),
    'abused addresses': addressAbuse(),
    'abused connections': wireAbuse(),
  };
}

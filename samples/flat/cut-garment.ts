import { cutDress } from './cut-dress.ts';
import { cutShirt } from './cut-shirt.ts';
import { cutTank } from './cut-tank.ts';
import { cutTee } from './cut-tee.ts';
import { cutTrousers } from './cut-trousers.ts';
import type { CutGarment, GarmentSpec } from './garment-spec.ts';

/** Cuts the pieces of a garment. */
export function cutGarment(spec: GarmentSpec): CutGarment {
  const { shape } = spec;
  switch (shape.kind) {
    case 'tee':
      return cutTee(shape, spec.band !== null);
    case 'tank':
      return cutTank();
    case 'shirt':
      return cutShirt();
    case 'dress':
      return cutDress();
    case 'trousers':
      return cutTrousers();
  }
}

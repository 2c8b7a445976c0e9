import type { Point, Size } from '@proteus/raster/types.ts';
import type { Vector } from '../solid/vector.ts';

/** A pinhole camera before the person; verticals stay upright (a shifted lens). */
export interface Camera {
  readonly size: Size;
  /** Pixels per metre in the plane z = 0. */
  readonly zoom: number;
  readonly top: number;
  /** Height of the lens above the floor and its distance from the plane z = 0. */
  readonly height: number;
  readonly distance: number;
  /** Cosine and sine of the body's turn about the vertical. */
  readonly cosine: number;
  readonly sine: number;
}

/**
 * @param view heights above the floor at the picture's top and bottom edge in the plane z = 0.
 * @param turn of the body in degrees, positive = towards the picture's right.
 */
export function createCamera(size: Size, view: readonly [number, number], turn: number): Camera {
  const angle = (turn * Math.PI) / 180;
  return {
    size,
    zoom: size.height / (view[0] - view[1]),
    top: view[0],
    height: 1.22,
    distance: 4.2,
    cosine: Math.cos(angle),
    sine: Math.sin(angle),
  };
}

/** Turns a direction or point of the body's space into the camera's. */
export function toCamera(camera: Camera, [x, y, z]: Vector): Vector {
  return [x * camera.cosine + z * camera.sine, y, z * camera.cosine - x * camera.sine];
}

/** Turns a direction or point of the camera's space into the body's. */
export function toBody(camera: Camera, [x, y, z]: Vector): Vector {
  return [x * camera.cosine - z * camera.sine, y, z * camera.cosine + x * camera.sine];
}

/** Where a point of the body's space lands in the picture. */
export function project(camera: Camera, point: Vector): Point {
  const [x, y, z] = toCamera(camera, point);
  const near = camera.distance / (camera.distance - z);
  return {
    x: camera.size.width / 2 + x * near * camera.zoom - 0.5,
    y: (camera.top - camera.height - (y - camera.height) * near) * camera.zoom - 0.5,
  };
}

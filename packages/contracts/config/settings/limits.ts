import { z } from 'zod';

const MEBIBYTE = 1024 * 1024;
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** The safety limits: what is refused before it can do harm. */
export const limitSettings = {
  /** Bytes of one picture file. */
  MAX_IMAGE_BYTES: count(1024, 512 * MEBIBYTE).default(25 * MEBIBYTE),
  /** Width times height of one picture. */
  MAX_IMAGE_PIXELS: count(65_536, 500_000_000).default(50_000_000),
  /** Pixels of a picture's shorter side. */
  MIN_IMAGE_SIDE: count(1, 4096).default(256),
  /** Milliseconds that decoding one picture may take. */
  DECODE_TIME_LIMIT_MS: count(1000, 600_000).default(30_000),
  /** Milliseconds that fetching one picture may take in all. */
  FETCH_TIMEOUT_MS: count(100, 120_000).default(10_000),
  FETCH_MAX_REDIRECTS: count(0, 10).default(3),
  /** Bytes of one request. */
  MAX_BODY_BYTES: count(1024, 2048 * MEBIBYTE).default(60 * MEBIBYTE),
  MAX_PARALLEL_UPLOADS: count(1, 10_000).default(100),
};

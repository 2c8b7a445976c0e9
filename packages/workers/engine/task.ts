import type { ParsedPerson } from '@proteus/contracts/api/parse.ts';
import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Category, GarmentCategory } from '@proteus/contracts/jobs/category.ts';
import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import type { Quality } from '@proteus/contracts/jobs/quality.ts';
import type { EncodedPicture, EncodeOptions } from '@proteus/platform/pictures/encode-picture.ts';
import type { PictureLimits } from '@proteus/platform/pictures/limits.ts';
import type { NormalisedPicture } from '@proteus/platform/pictures/normalise-picture.ts';
import type { CacheLookups } from './create-analysis-cache.ts';

/** Makes a picture safe to keep: decoded, upright, 8-bit sRGB, no metadata, PNG. */
export interface NormaliseTask {
  readonly type: 'normalise';
  readonly bytes: Uint8Array;
  readonly limits: PictureLimits;
}

/** Turns a stored picture into another format or width. */
export interface EncodeTask {
  readonly type: 'encode';
  readonly bytes: Uint8Array;
  readonly options: EncodeOptions;
}

/** Try-ons that an engine does for nobody. */
export interface Rehearsal {
  /** Before the engine counts as warm, or afterwards, while there are no jobs. */
  readonly when: 'now' | 'idle';
  /** Photos as files, in the order in which they are used. */
  readonly pairs: readonly { readonly person: Uint8Array; readonly garment: Uint8Array }[];
  readonly limits: PictureLimits;
}

/** Loads the networks, so that the first job does not wait for them. */
export interface WarmUpTask {
  readonly type: 'warm-up';
  readonly config: PipelineConfig;
  readonly rehearsal?: Rehearsal;
}

/** A whole try-on; pictures are files in any format that `normalise` reads. */
export interface TryOnTask {
  readonly type: 'try-on';
  readonly person: Uint8Array;
  readonly garment: Uint8Array;
  readonly category: Category;
  readonly corrections: Corrections;
  /** Derived from the pictures and the configuration when null. */
  readonly seed: number | null;
  readonly config: PipelineConfig;
  readonly limits: PictureLimits;
}

export interface TryOnOutcome {
  /** PNG. */
  readonly picture: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly category: GarmentCategory;
  readonly seed: number;
  readonly quality: Quality;
  readonly warnings: readonly string[];
  readonly timings: Readonly<Record<string, number>>;
  /** Which analyses were remembered; missing where nobody asked. */
  readonly lookups: CacheLookups;
  /** PNG by artifact name. */
  readonly artifacts: readonly { readonly name: string; readonly picture: Uint8Array }[];
}

/** Tells who is where in one picture. */
export interface ParseTask {
  readonly type: 'parse';
  readonly bytes: Uint8Array;
  readonly strokes: Corrections['person_mask'];
  readonly config: PipelineConfig;
  readonly limits: PictureLimits;
}

/** Cuts a garment out of its photo. */
export interface CleanTask {
  readonly type: 'clean';
  readonly garment: Uint8Array;
  readonly category: Category;
  readonly config: PipelineConfig;
  readonly limits: PictureLimits;
}

export interface CleanOutcome {
  /** PNG with alpha, cropped to the garment. */
  readonly picture: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly category: GarmentCategory;
  /** 0 to 1: how clear the category is, and how sure the outline. */
  readonly categoryConfidence: number;
  readonly confidence: number;
  readonly timings: Readonly<Record<string, number>>;
}

/** What each kind of task gives back. */
export interface TaskResults {
  normalise: NormalisedPicture;
  encode: EncodedPicture;
  'warm-up': null;
  'try-on': TryOnOutcome;
  parse: ParsedPerson;
  clean: CleanOutcome;
}

export type EngineTask =
  | NormaliseTask
  | EncodeTask
  | WarmUpTask
  | TryOnTask
  | ParseTask
  | CleanTask;
export type TaskResult<Task extends EngineTask> = TaskResults[Task['type']];

/** The pictures that a job is begun with. */
export type JobInput = 'person' | 'garment' | 'garment-side';

/** Everything that belongs to a job lies below this key, so that it can be deleted together. */
export function jobPrefix(jobId: string): string {
  return `jobs/${jobId}/`;
}

/** Where a submitted picture lies, after it was made safe to keep; all of a job's pictures are PNG. */
export function jobInputKey(jobId: string, input: JobInput): string {
  return `${jobPrefix(jobId)}inputs/${input}.png`;
}

/** Where a job's finished picture lies. */
export function jobResultKey(jobId: string): string {
  return `${jobPrefix(jobId)}result.png`;
}

/** Where an intermediate picture lies; its name may have segments, as in `controls/edge`. */
export function jobArtifactKey(jobId: string, name: string): string {
  return `${jobPrefix(jobId)}artifacts/${name}.png`;
}

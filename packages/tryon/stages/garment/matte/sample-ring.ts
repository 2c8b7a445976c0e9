/** Samples of a closed outline, from one of them once around to it again. */
export function ringFrom<T>(samples: readonly T[], first: number): T[] {
  return [...samples.slice(first), ...samples.slice(0, first + 1)];
}

/** Nobody needs a clock finer than tenths of a millisecond, and it keeps answers readable. */
export function inTenths(timings: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(timings).map(([stage, ms]) => [stage, Math.round(ms * 10) / 10]),
  );
}

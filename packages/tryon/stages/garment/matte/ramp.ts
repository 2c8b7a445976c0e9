/** 0 at or before `from`, 1 at or beyond `to`, straight between; `to` may lie below `from`. */
export function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

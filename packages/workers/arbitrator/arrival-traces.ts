/** A seeded stream of arrivals: exponential gaps at a rate that may change over time. */
function arrivalsAt(
  seconds: number,
  rate: (second: number) => number,
  seed: number,
): readonly number[] {
  const arrivals: number[] = [];
  let state = seed;
  const random = () => {
    // Park and Miller's minimal standard generator.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  let time = 0;
  while (time < seconds) {
    time += -Math.log(random()) / Math.max(1e-6, rate(time));
    if (time < seconds) arrivals.push(Math.round(time * 1000));
  }
  return arrivals;
}

/** The ways in which people come, each ten minutes long; rates in jobs a second. */
export const ARRIVAL_TRACES: Readonly<Record<string, readonly number[]>> = {
  steady: arrivalsAt(600, () => 0.8, 11),
  spike: arrivalsAt(600, (second) => (second > 120 && second < 150 ? 8 : 0.5), 12),
  surge: arrivalsAt(600, (second) => (second > 120 && second < 420 ? 2.6 : 0.5), 13),
};

/** Of an engine's objects hardly any outlive a step, its pixels lie elsewhere: 50 MiB less at the peak than V8's own 16. */
const YOUNG_MEGABYTES = 2;
/**
 * How much the heap may grow from one full collection to the next, in percent. Pixels count as its own;
 * V8 allows what a heap of 20 MiB seems to need, which a few planes are: every stage then waited for
 * several collections that found nothing, a quarter of an engine's time.
 */
const GROWTH_PERCENT = 200;
/**
 * Where V8's helpers would be in the way. Pixels that a collection has found dead are freed by itself: what a
 * helper frees a little later is missed by the next planes, which then lie behind it, 17 MiB more at the peak.
 * And two megabytes of young objects are looked through sooner than helpers are awake, on two cores that have
 * other work in half the time.
 */
const COLLECTED_ALONE = ['--no-concurrent-array-buffer-sweeping', '--no-parallel-scavenge'];
/**
 * Collections come between two steps (`collect-between-steps`), seldom by themselves. One that is prepared beside the work marks
 * everything on the other core, which has a share of the work to do or another engine's, and then finds less.
 */
const COLLECTED_AT_ONCE = '--no-incremental-marking';
/**
 * V8's middle compiler, Maglev, miscompiles a hot numeric loop now and then in Node 24 (of two equal
 * calls one returned the other's figures): without it the same input gives the same bytes.
 */
const EXACT_ARITHMETIC = ['--no-maglev'];
/**
 * What V8 has learnt of a function that runs once a job is thrown away by the handful of full
 * collections that pixels cause in one: shapes of objects after two, bytecode after six. The 24th of
 * equal jobs still compiled a hundred functions, and ran them slowly meanwhile.
 */
const KEEP_WHAT_IS_LEARNT = ['--retain-maps-for-n-gc=1000000000', '--no-flush-bytecode'];
/**
 * A function that is called once a job for a loop over all pixels is worth compiling at its second
 * call; V8 waits for as much as 3000 calls would do, and only compiles the loop, which it forgets.
 */
const COMPILE_EARLY = [
  '--no-lazy-feedback-allocation',
  '--invocation-count-for-turbofan=200',
  '--minimum-invocations-before-optimization=1',
];

/**
 * How Node runs an engine.
 *
 * @param heapBytes the most that its objects may take.
 */
export function engineFlags(heapBytes: number): string[] {
  return [
    `--max-old-space-size=${Math.ceil(heapBytes / 2 ** 20)}`,
    `--max-semi-space-size=${YOUNG_MEGABYTES}`,
    `--heap-growing-percent=${GROWTH_PERCENT}`,
    '--expose-gc',
    ...COLLECTED_ALONE,
    COLLECTED_AT_ONCE,
    ...EXACT_ARITHMETIC,
    ...KEEP_WHAT_IS_LEARNT,
    ...COMPILE_EARLY,
  ];
}

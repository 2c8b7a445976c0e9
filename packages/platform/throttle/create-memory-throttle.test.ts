import { testAttemptThrottle } from './attempt-throttle.conformance.ts';
import { createMemoryThrottle } from './create-memory-throttle.ts';

testAttemptThrottle('the memory throttle', async () => {
  let time = 1_000;
  return {
    throttle: createMemoryThrottle(() => time),
    async advance(milliseconds) {
      time += milliseconds;
    },
  };
});

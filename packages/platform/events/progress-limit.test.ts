import { expect, it } from 'vitest';
import { jobEvent } from './job-event-bus.conformance.ts';
import { createProgressLimit } from './progress-limit.ts';

it('lets four progress events of each job pass in a second, and every change of status', () => {
  let time = 0;
  const passes = createProgressLimit(() => time);
  let passed = 0;
  for (; time < 1000; time += 10) if (passes(jobEvent('a'))) passed++;
  expect(passed).toBe(4);
  expect(passes(jobEvent('b'))).toBe(true);
  expect(passes(jobEvent('b'))).toBe(false);
  expect(passes(jobEvent('b', { stage: null, progress: 0 }))).toBe(true);
  expect(passes(jobEvent('b', { status: 'completed' }))).toBe(true);
  expect(passes(jobEvent('b'))).toBe(true);
});

import { testJobEventBus } from '../job-event-bus.conformance.ts';
import { createMemoryJobEventBus } from './memory-job-event-bus.ts';

testJobEventBus('the bus inside one process', async (onListenerError) => {
  const bus = createMemoryJobEventBus(onListenerError);
  return { publisher: bus, subscriber: bus, close: () => bus.close() };
});

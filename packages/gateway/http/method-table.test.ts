import { expect, it } from 'vitest';
import { createMethodTable } from './method-table.ts';

it('knows the methods of addresses with parameters and wildcards, and of no others', () => {
  const table = createMethodTable();
  table.add({ url: '/v1/jobs/:job_id', method: 'GET' });
  table.add({ url: '/v1/jobs/:job_id', method: ['DELETE', 'HEAD'] });
  table.add({ url: '/files/*', method: 'PUT' });
  table.add({ url: '/openapi.json', method: 'GET' });
  expect(table.methodsOf('/v1/jobs/7')).toEqual(['DELETE', 'GET', 'HEAD']);
  expect(table.methodsOf('/v1/jobs/7/more')).toEqual([]);
  expect(table.methodsOf('/files/a/b')).toEqual(['PUT']);
  expect(table.methodsOf('/openapi.json')).toEqual(['GET']);
  expect(table.methodsOf('/openapiXjson')).toEqual([]);
});

import { expect, it } from 'vitest';
import { withoutUnusedSchemas } from './unused-schemas.ts';

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it('keeps what is referred to, also through others and in circles, sorted by name', () => {
  const document = {
    paths: { '/a': { schema: reference('B') } },
    components: {
      schemas: {
        C: { next: reference('B') },
        B: { next: reference('C') },
        A: { next: reference('B') },
        Lonely: { next: reference('Lonely') },
      },
    },
  };
  const { components } = withoutUnusedSchemas(document);
  expect(Object.keys(components.schemas)).toEqual(['B', 'C']);
});

it('leaves a document without components whole', () => {
  expect(withoutUnusedSchemas({ paths: {} })).toEqual({ paths: {}, components: { schemas: {} } });
});

import { expect, test } from 'vitest';
import { changedOperations } from './changed-operations.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const answer = (name: string) => ({
  responses: {
    200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
  },
});

const before = {
  openapi: '3.1.0',
  info: { title: 'API', version: '1' },
  paths: {
    '/users': { get: { operationId: 'listUsers', ...answer('Users') } },
    '/models': { get: { operationId: 'listModels', ...answer('Models') } },
  },
  components: {
    schemas: {
      Users: { type: 'array', items: { $ref: '#/components/schemas/User' } },
      User: { type: 'object', properties: { manager: { $ref: '#/components/schemas/User' } } },
      Models: { type: 'array' },
    },
  },
} satisfies OpenApiDocument;

/** The document with other schemas, or other paths. */
const changed = (schemas: object, paths: object = {}): OpenApiDocument => ({
  ...before,
  paths: { ...before.paths, ...paths },
  components: { schemas: { ...before.components.schemas, ...schemas } },
});

test.each([
  { what: 'nothing', after: changed({}), operations: [] },
  {
    what: 'a schema that is reached through another',
    after: changed({ User: { type: 'string' } }),
    operations: ['listUsers'],
  },
  { what: 'a schema that no operation reaches', after: changed({ Other: {} }), operations: [] },
  {
    what: 'an operation that is new',
    after: changed({}, { '/apps': { get: { operationId: 'listApps', ...answer('Models') } } }),
    operations: ['listApps'],
  },
  { what: 'an operation that is gone', after: changed({}, { '/models': {} }), operations: ['listModels'] },
  {
    what: 'an operation’s own answer',
    after: changed({}, { '/models': { get: { operationId: 'listModels', ...answer('Users') } } }),
    operations: ['listModels'],
  },
])('$what changes $operations', ({ after, operations }) => {
  expect(changedOperations(before, after)).toEqual(operations);
});

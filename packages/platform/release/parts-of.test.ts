import { realpathSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { partsOf } from './parts-of.ts';

const fastify = realpathSync(path.join(import.meta.dirname, '../node_modules/fastify'));

test('files of one package are one part, with its licence, and our own files are none', async () => {
  const files = [path.join(fastify, 'fastify.js'), path.join(fastify, 'lib/reply.js'), import.meta.filename];

  expect(await partsOf(files)).toEqual([
    {
      name: 'fastify',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      purl: expect.stringMatching(/^pkg:npm\/fastify@\d/),
      licence: 'MIT',
    },
  ]);
});

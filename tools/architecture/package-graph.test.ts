import { expect, test } from 'vitest';
import { importedPackages, reducedImports } from './package-graph.ts';

test('imports of packages are read from all forms, each package once', () => {
  const source = `
import { loadConfig } from '@uat/config';
import type { Session } from '@uat/config';
import '@uat/core';
export { fold } from '@uat/record';
const { play } = await import('@uat/gatekeeper/testing');
import path from 'node:path';
`;
  expect(importedPackages(source).toSorted()).toEqual(['config', 'core', 'gatekeeper', 'record']);
});

const graph = (edges: Record<string, string[]>) =>
  new Map(Object.entries(edges).map(([name, to]) => [name, new Set(to)]));

test('an import that a longer path implies is left out', () => {
  const imports = graph({
    cli: ['runner', 'core', 'config'],
    runner: ['config'],
    config: ['core'],
    core: [],
  });

  expect(Object.fromEntries(reducedImports(imports))).toEqual({
    cli: ['runner'],
    runner: ['config'],
    config: ['core'],
    core: [],
  });
});

test('a circle of packages is an error that names it', () => {
  expect(() => reducedImports(graph({ a: ['b'], b: ['c'], c: ['a'] }))).toThrow('a → b → c → a');
});

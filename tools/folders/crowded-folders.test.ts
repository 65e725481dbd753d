import { expect, test } from 'vitest';
import { folderCounts, slightFiles } from './crowded-folders.ts';

test('sources are counted by folder, the largest first, without tests, catalogues and generated code', () => {
  expect(
    folderCounts([
      'packages/core/src/paths.ts',
      'packages/core/src/paths.test.ts',
      'packages/record/src/fold.ts',
      'packages/record/src/merge.ts',
      'suites/authnz/tokens.spec.ts',
      'packages/faults/catalog/sessions/a4.ts',
      'packages/sdk/src/generated/schema.ts',
    ]),
  ).toEqual([
    { folder: 'packages/record/src', sources: 2 },
    { folder: 'packages/core/src', sources: 1 },
  ]);
});

const short = 'export const one = 1;\n';
const long = short.repeat(15);
const importing = (...files: string[]) => files.map((file) => `import { one } from '${file}';\n`).join('');

test('a short file with one importer and no test belongs into its importer', () => {
  expect(
    slightFiles([
      { file: 'src/one.ts', text: short },
      { file: 'src/deep/user.ts', text: long + importing('../one.ts') },
    ]),
  ).toEqual([{ file: 'src/one.ts', importer: 'src/deep/user.ts' }]);
});

test.each([
  ['a test of its own', [{ file: 'src/one.test.ts', text: importing('./one.ts') }]],
  ['a second importer', [{ file: 'src/other.ts', text: long + importing('./one.ts') }]],
])('a short file may have %s', (_what, more) => {
  expect(
    slightFiles([
      { file: 'src/one.ts', text: short },
      { file: 'src/user.ts', text: long + importing('./one.ts') },
      ...more,
    ]),
  ).toEqual([]);
});

test('a short file may be exported by an index, or be an entry point', () => {
  expect(
    slightFiles([
      { file: 'src/one.ts', text: short },
      { file: 'src/index.ts', text: `export { one } from './one.ts';\n` },
      { file: 'src/main.ts', text: short },
    ]),
  ).toEqual([]);
});

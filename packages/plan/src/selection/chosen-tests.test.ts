import { planned } from '@uat/record/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChoiceOptions, chosenTests } from './chosen-tests.ts';

const a = planned('authnz/tokens#a', {
  capability: 'tokens',
  tickets: ['ENG-1'],
  file: 'suites/authnz/tokens.spec.ts:4',
});
const b = planned('authnz/roles#b', {
  capability: 'roles',
  tickets: ['ENG-2'],
  file: 'suites/authnz/roles.spec.ts:9',
});
const c = planned('engine/chat#c', {
  capability: 'chat',
  tickets: ['ENG-3'],
  file: 'suites/engine/chat.spec.ts:2',
});

const rules = {
  paths: { 'packages/engine/**': ['engine'], 'packages/tokens.ts': ['authnz › tokens'] },
  ignore: ['docs/**', '*.md'],
  contract: 'api/openapi.json',
};

const used = new Map([
  [a.id, new Set(['createToken'])],
  [b.id, new Set(['listRoles'])],
]);

function chosen(changes: Partial<ChoiceOptions['changes']>) {
  const all = { files: [], tickets: [], operations: [], ...changes };
  return Object.fromEntries(
    chosenTests([a, b, c], { changes: all, rules, operationsOf: (id) => used.get(id) }),
  );
}

test.each([
  { what: 'nothing', changes: {}, tests: {} },
  {
    what: 'its spec',
    changes: { files: ['suites/authnz/roles.spec.ts'] },
    tests: { [b.id]: 'suites/authnz/roles.spec.ts changed' },
  },
  { what: 'its ticket', changes: { tickets: ['ENG-3'] }, tests: { [c.id]: 'the changes name ENG-3' } },
  {
    what: 'a path of its area',
    changes: { files: ['packages/engine/src/chat.ts'] },
    tests: { [c.id]: 'packages/engine/src/chat.ts changed' },
  },
  {
    what: 'a path of its capability',
    changes: { files: ['packages/tokens.ts'] },
    tests: { [a.id]: 'packages/tokens.ts changed' },
  },
  {
    what: 'an operation',
    changes: { files: ['api/openapi.json'], operations: ['createToken'] },
    tests: {
      [a.id]: 'createToken changed in the contract',
      [c.id]: 'the contract changed, and which operations it uses is not recorded',
    },
  },
  { what: 'what concerns no test', changes: { files: ['docs/a.md', 'README.md'] }, tests: {} },
])('a change of $what chooses the tests that it concerns', ({ changes, tests }) => {
  expect(chosen(changes)).toEqual(tests);
});

test('a file that no rule knows chooses every test', () => {
  const reason = 'tools/new.ts changed, and no path of uat.config.ts says what it concerns';

  expect(chosen({ files: ['tools/new.ts'] })).toEqual({ [a.id]: reason, [b.id]: reason, [c.id]: reason });
});

test('more changes never choose fewer tests', () => {
  const files = fc.subarray([
    'docs/a.md',
    'packages/tokens.ts',
    'suites/authnz/roles.spec.ts',
    'tools/new.ts',
  ]);
  fc.assert(
    fc.property(files, files, (some, others) => {
      const fewer = Object.keys(chosen({ files: some }));

      expect(Object.keys(chosen({ files: [...some, ...others] }))).toEqual(expect.arrayContaining(fewer));
    }),
  );
});

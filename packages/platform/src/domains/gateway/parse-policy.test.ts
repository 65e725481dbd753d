import { expect, test } from 'vitest';

import { inOneLine, parsePolicy } from './parse-policy.ts';

const policy = `version: 1
env: test
default_deny: true
roles: [admin]
endpoints:
  - { path: /api/**, methods: ['*'], roles: [admin] }
`;

const problems = (text: string) => {
  const parsed = parsePolicy(text);
  return parsed.kind === 'invalid' ? inOneLine(parsed.problems) : '';
};

test('a policy is one', () => {
  expect(problems(policy)).toBe('');
});

test.each([
  [
    'an unknown role',
    policy.replace('roles: [admin] }', 'roles: [root] }'),
    /^6:\d+ endpoints\.0\.roles: "root"/,
  ],
  ['a path without a slash', policy.replace('/api/**', 'api/**'), /^6:13 endpoints\.0\.path: /],
  ['a field too many', `${policy}more: 1\n`, /^1:1 the policy: .*more/],
  ['a field too few', policy.replace('env: test\n', ''), /^1:1 env: /],
  ['the same field twice', `${policy}env: again\n`, /^7:1 Map keys must be unique/],
  ['an open bracket', `${policy}x: [`, /^7:/],
  ['a text', 'hello', /^1:1 the policy: /],
  ['nothing', '', /^1:1 the policy: /],
  [
    'a laugh a billion times',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join()}]\n`)
      .join('')}`,
    /^1:1 the policy: /,
  ],
])('%s is named with its place', (_what, text, expected) => {
  expect(problems(text)).toMatch(expected);
});

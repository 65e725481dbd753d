import { expect, test } from 'vitest';
import { circuitBreaker } from './circuit-breaker.ts';

const opensAt = (most: number, attempts: string) => {
  const breaker = circuitBreaker(most);
  return attempts.split('').findIndex((one) => breaker.note(one === 'x'));
};

test.each([
  { what: 'in a row', most: 3, attempts: 'xxx', at: 2 },
  { what: 'between others', most: 3, attempts: 'x.x.x', at: 4 },
  { what: 'too far apart', most: 3, attempts: 'x..x...x..x...x', at: -1 },
  { what: 'too few', most: 3, attempts: 'xx', at: -1 },
  { what: 'without a limit', most: 0, attempts: 'xxxxxxxxxxxx', at: -1 },
])('failures $what', ({ most, attempts, at }) => {
  expect(opensAt(most, attempts)).toBe(at);
});

test('a breaker that is open stays open', () => {
  const breaker = circuitBreaker(1);
  breaker.note(true);

  expect([breaker.note(false), breaker.note(false), breaker.note(false)]).toEqual([true, true, true]);
});

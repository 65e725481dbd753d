import { expect, test } from 'vitest';

import type { Ending } from './loaded-model.ts';
import { withoutThinking } from './without-thinking.ts';

const cost: Ending = { promptTokens: 1, completionTokens: 9, reason: 'stop' };

async function* said(pieces: readonly string[]): AsyncGenerator<string, Ending> {
  yield* pieces;
  return cost;
}

test.each([
  { pieces: ['<think> oil', ' is low </think>', ' refill', ' lamps'], shown: ['refill', ' lamps'] },
  { pieces: ['Keepers', ' <thi', 'nk>oil</th', 'ink>\n\nrefill'], shown: ['Keepers', ' ', 'refill'] },
  { pieces: ['a <think>b</think> c <think>d</think> e'], shown: ['a c e'] },
  { pieces: ['1 <', ' 2 <thin'], shown: ['1 ', '< 2 ', '<thin'] },
  { pieces: ['<think> cut off'], shown: [] },
])('of $pieces is shown $shown', async ({ pieces, shown }) => {
  expect(await Array.fromAsync(withoutThinking(said(pieces)))).toEqual(shown);
});

test('the cost of a text stays what it was', async () => {
  const pieces = withoutThinking(said(['<think>', 'oil']));
  expect(await pieces.next()).toEqual({ done: true, value: cost });
});

test('who leaves ends the text that is being made', async () => {
  let ended = false;
  async function* endless(): AsyncGenerator<string, Ending> {
    try {
      for (;;) yield 'wave';
    } finally {
      ended = true;
    }
  }
  const pieces = withoutThinking(endless());
  await pieces.next();

  await pieces.return(cost);

  expect(ended).toBe(true);
});

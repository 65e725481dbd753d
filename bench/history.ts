import type { Figure } from './figure.ts';
import { burnIn } from './history/burn-in.ts';
import { flakyTests } from './history/flaky-tests.ts';
import { madeHistory, parameters } from './history/made-history.ts';
import { order } from './history/order.ts';
import { selection } from './history/selection.ts';
import { stableAndChanged } from './history/stable-and-changed.ts';

/** Other seeds than those with which the methods were chosen. */
const seeds = [101, 102, 103, 104] as const;

/** The statistics of the history and what the plan makes of them, on histories from seeds. */
export function history(): Promise<Figure[]> {
  const histories = seeds.map(madeHistory);
  return Promise.resolve([
    {
      what: 'made histories',
      against: `seeds ${seeds.join(', ')}; ${JSON.stringify(parameters)}`,
      figure: `${histories.reduce((sum, { results }) => sum + results.length, 0)} results`,
      aim: '–',
    },
    ...stableAndChanged(seeds[0]),
    ...flakyTests(histories),
    ...selection(histories),
    ...burnIn(seeds[0]),
    ...order(histories),
  ]);
}

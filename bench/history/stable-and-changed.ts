import { changepoints } from '@uat/history';
import type { Figure } from '../figure.ts';
import { type Random, randomFrom } from './random.ts';
import { quantile } from './quantile.ts';

const parameters = {
  stable: 4_000,
  runs: 200,
  /** Half of the stable tests never fail by themselves; the others at a rate from this range. */
  flakyRates: [0.001, 0.5],
  changed: 1_000,
  /** Runs before the change: from this range. */
  before: [20, 200],
  /** Runs after the change, after which it counts as never found. */
  most: 300,
} as const;

/** Failures after which a change to always failing is to be found. */
const aim = 3;

interface Verdict {
  outcome: 'passed' | 'flaky' | 'failed';
  attempts: number;
}

/** Figures on changepoints: how soon a change is found, how often one is found where there is none. */
export function stableAndChanged(seed: number): Figure[] {
  const random = randomFrom(seed);
  const alarms = countAlarms(random);
  const always = delays(random, 1);
  const against = `LUCI's method; seed ${seed}; ${JSON.stringify(parameters)}`;
  const others = [0.5, 0.2].map((rate) => {
    const { found, intervals } = delays(random, rate);
    return `${rate * 100} %: median ${quantile(found, 0.5)}, 90 % within ${quantile(found, 0.9)} runs (interval right in ${share(intervals)}; ${parameters.changed - found.length} of ${parameters.changed} never found)`;
  });
  return [
    {
      what: 'changepoint, 0 → 100 % failing: failures until it is found',
      against,
      figure: `${share(always.found.map((runs) => runs <= aim))} within ${aim}, most ${Math.max(...always.found)}${always.slow.length === 0 ? '' : ` (only after ${Math.max(...always.slow)} passes or fewer)`}; 99 % interval right in ${share(always.intervals)}`,
      aim: `≤ ${aim} runs`,
    },
    {
      what: 'the same, 0 → fewer',
      against: 'no aim; half of these failures recover on retry',
      figure: others.join('; '),
      aim: '–',
    },
    {
      what: 'changepoint, false alarms',
      against: `${parameters.stable} stable histories of ${parameters.runs} runs, half of them flaky at 0.1–50 %`,
      figure: `${alarms.never} in those that never fail, ${alarms.flaky} in the flaky ones`,
      aim: '0',
    },
  ];
}

function countAlarms(random: Random): { never: number; flaky: number } {
  const alarms = { never: 0, flaky: 0 };
  for (let index = 0; index < parameters.stable; index += 1) {
    const rate = index % 2 === 0 ? 0 : random.logUniform(...parameters.flakyRates);
    const retryFails = random.uniform();
    const verdicts = Array.from({ length: parameters.runs }, () => verdict(random, rate, retryFails));
    if (changepoints(verdicts).length > 0) alarms[rate === 0 ? 'never' : 'flaky'] += 1;
  }
  return alarms;
}

/** Runs until each change is found, whether its interval holds the true start, and runs before those found late. */
function delays(random: Random, rate: number): { found: number[]; intervals: boolean[]; slow: number[] } {
  const [least, most] = parameters.before;
  const result = { found: [] as number[], intervals: [] as boolean[], slow: [] as number[] };
  for (let index = 0; index < parameters.changed; index += 1) {
    const before = least + random.below(most - least + 1);
    const verdicts: Verdict[] = Array.from({ length: before }, () => ({ outcome: 'passed', attempts: 1 }));
    for (let runs = 1; runs <= parameters.most; runs += 1) {
      verdicts.push(verdict(random, rate, rate === 1 ? 1 : 0.5));
      const change = changepoints(verdicts)[0];
      if (change === undefined) continue;
      result.found.push(runs);
      if (runs > aim) result.slow.push(before);
      result.intervals.push(change.after < before && before <= change.by);
      break;
    }
  }
  return result;
}

function verdict(random: Random, rate: number, retryFails: number): Verdict {
  if (!random.chance(rate)) return { outcome: 'passed', attempts: 1 };
  return { outcome: random.chance(retryFails) ? 'failed' : 'flaky', attempts: 2 };
}

const share = (trues: readonly boolean[]) =>
  `${((100 * trues.filter(Boolean).length) / trues.length).toFixed(1)} %`;

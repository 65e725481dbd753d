import { describe, expect, test } from 'vitest';
import { aTest } from './testing/tests.ts';
import { aFailure, aVerdict } from './testing/verdicts.ts';
import { isSuccessful } from './report/efficacy-report.ts';
import type { RunOutcome } from './plan/fault-run.ts';
import { type SuiteRun, measureArea } from './measure-area.ts';

const faults = ['A1', 'A4', 'A19'].map((id) => ({ id, sentence: `${id} is back.`, source: 'ENG-1' }));
const tests = [aTest('first', ['A1', 'A4']), aTest('second', ['A4']), aTest('third', [])];

const red = (id: string, catches: string[], foundAfter: number): RunOutcome => ({
  verdict: aVerdict({ failures: [aFailure(id, { catches, foundAfter })] }),
  ran: [],
});
/** On the clean platform, the second test is the quickest. */
const ran = [
  { id: 'first', seconds: 5 },
  { id: 'second', seconds: 1 },
  { id: 'third', seconds: 3 },
];
const green: RunOutcome = { verdict: aVerdict(), ran };

/** What comes of the runs: by fault, or by fault and tests (`A4 second`). */
async function measured(
  answers: Record<string, RunOutcome>,
  {
    fast = false,
    stopWhenCaught = false,
    signal = new AbortController().signal,
    concurrency = 2,
    some = faults,
  }: {
    fast?: boolean;
    stopWhenCaught?: boolean;
    signal?: AbortSignal;
    concurrency?: number;
    some?: typeof faults;
  } = {},
) {
  const done: SuiteRun[] = [];
  const said: string[] = [];
  const measurement = await measureArea({
    area: 'authnz',
    faults: some,
    tests,
    fast,
    stopWhenCaught,
    concurrency,
    async run(one) {
      done.push(one);
      const fault = one.fault ?? 'clean';
      return answers[`${fault} ${one.tests?.join()}`] ?? answers[fault] ?? green;
    },
    cached: async (_faultRun, make) => make(),
    onBaseline: (promisesKept, alarms) => said.push(`clean ${promisesKept} ${alarms.join()}`),
    onResult: ({ kind, row }) => said.push(`${row.fault} ${kind}`),
    signal,
  });
  return { ...measurement, done, said };
}

test('an area whose tests notice everything is whole', async () => {
  const { report, results, said } = await measured({
    A1: red('first', ['A1'], 2),
    A4: red('second', ['A4'], 3),
    A19: red('third', ['A19'], 7),
  });

  expect(report).toMatchObject({
    schemaVersion: 1,
    total: 3,
    caught: 3,
    survived: [],
    broken: [],
    falseAlarms: [],
    fast: false,
    stopped: false,
    secondsToDetect: { median: 3, max: 7 },
    // (1 + 2 + 3) / 9 off 1, and a sixth on top.
    apfd: 0.5,
  });
  expect(report.matrix.map(({ fault }) => fault)).toEqual(['A1', 'A4', 'A19']);
  expect(said.toSorted()).toEqual(['A1 caught', 'A19 caught', 'A4 caught', 'clean 3 ']);
  expect(isSuccessful({ report, results })).toBe(true);
});

test('a survivor, a platform that does not start and a false alarm are told apart', async () => {
  const { report, results } = await measured({
    clean: { ...red('third', [], 1), ran },
    A1: { verdict: aVerdict({ kind: 'infrastructure', trouble: ['it did not start'] }), ran: [] },
    A4: red('second', ['A4'], 3),
  });

  expect(report).toMatchObject({
    total: 3,
    caught: 1,
    survived: ['A19'],
    broken: ['A1'],
    falseAlarms: ['third'],
  });
  expect(isSuccessful({ report, results })).toBe(false);
});

test('fast runs only what claims to notice, and nothing for a fault that no test claims', async () => {
  const { report, done } = await measured(
    { A1: red('first', ['A1'], 2), A4: red('first', ['A4'], 2) },
    { fast: true },
  );

  expect(done.map(({ fault, tests: ids }) => [fault, ids])).toEqual([
    [undefined, ['first', 'second']],
    ['A1', ['first']],
    ['A4', ['first', 'second']],
  ]);
  expect(report).toMatchObject({ fast: true, apfd: null, caught: 2, survived: ['A19'] });
});

test('the clean platform gets no second chance, a catch has to be red twice', async () => {
  const { done } = await measured({});

  expect(done.map(({ fault, retries }) => [fault, retries])).toEqual([
    [undefined, 0],
    ['A1', 1],
    ['A4', 1],
    ['A19', 1],
  ]);
});

test('the clean run of a fast measurement takes all workers, as nothing else runs then; others have one worker', async () => {
  const fast = await measured({}, { fast: true, concurrency: 3 });
  const whole = await measured({}, { concurrency: 3 });

  expect(fast.done.map(({ workers }) => workers)).toEqual([3, 1, 1]);
  expect(whole.done.map(({ workers }) => workers)).toEqual([1, 1, 1, 1]);
});

describe('a measurement that stops at a catch', () => {
  const stopping = { stopWhenCaught: true, concurrency: 1 };
  const runs = ({ done }: { done: SuiteRun[] }) =>
    done.map(({ fault, tests: ids }) => [fault, ids?.join() ?? 'all']);

  test('runs the quickest claiming test alone, and nothing more when that catches', async () => {
    const outcome = await measured(
      { A1: red('first', ['A1'], 2), A4: red('second', ['A4'], 2) },
      { ...stopping, fast: true },
    );

    expect(runs(outcome)).toEqual([
      [undefined, 'first,second'],
      ['A1', 'first'],
      ['A4', 'second'],
    ]);
    expect(outcome.report).toMatchObject({ stopped: true, fast: true, caught: 2, apfd: null });
  });

  test('goes on to the other tests that claim it, and then to all, until one catches', async () => {
    const outcome = await measured(
      { 'A4 second,first': red('first', ['A4'], 2), 'A1 undefined': red('third', ['A1'], 2) },
      stopping,
    );

    expect(runs(outcome)).toEqual([
      [undefined, 'all'],
      ['A1', 'first'],
      ['A1', 'all'],
      ['A4', 'second'],
      ['A4', 'second,first'],
      ['A19', 'all'],
    ]);
    expect(outcome.report).toMatchObject({ stopped: true, caught: 2, survived: ['A19'], apfd: null });
  });

  test('tells each run what ends it: no test that is red on the clean platform, too', async () => {
    const { done } = await measured(
      { clean: { ...red('second', [], 1), ran } },
      { ...stopping, some: [{ ...faults[1]!, id: 'A4' }] },
    );

    expect(done.map(({ stopOn }) => stopOn)).toEqual([
      undefined,
      { fault: 'A4', except: ['second'] },
      { fault: 'A4', except: ['second'] },
    ]);
  });

  test('finds what one finds that goes on to the end', async () => {
    const answers = {
      clean: { ...red('first', [], 1), ran },
      'A1 first': red('first', ['A1'], 2),
      A1: red('first', ['A1'], 2),
      'A4 first,second': red('second', ['A4'], 3),
      'A4 second': red('second', ['A4'], 3),
      A19: { verdict: aVerdict({ kind: 'infrastructure', trouble: ['it fell'] }), ran: [] },
    };

    const [stopped, whole] = await Promise.all([
      measured(answers, { ...stopping, fast: true }),
      measured(answers, { fast: true }),
    ]);

    const kinds = ({ results }: typeof whole) => results.map(({ kind, row }) => `${row.fault} ${kind}`);
    expect(kinds(stopped)).toEqual(kinds(whole));
    expect(kinds(whole)).toEqual(['A1 survived', 'A4 caught', 'A19 survived']);
  });

  test('asks for everything when it does not', async () => {
    const { done } = await measured({ A4: red('second', ['A4'], 2) }, { fast: true });

    expect(done.map(({ stopOn }) => stopOn)).toEqual([undefined, undefined, undefined]);
  });
});

test('where there is no fault nothing is run', async () => {
  const { done, report, results } = await measured({}, { some: [] });

  expect(done).toEqual([]);
  expect(report).toMatchObject({ total: 0, caught: 0, matrix: [] });
  expect(isSuccessful({ report, results })).toBe(true);
});

test('without a clean platform nothing is measured', async () => {
  const without = measured({
    clean: { verdict: aVerdict({ kind: 'configuration', trouble: ['no such thing'] }), ran: [] },
  });

  await expect(without).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringContaining('no such thing'),
  });
});

test('a clean platform that is red and no test says why is no ground to measure on', async () => {
  const without = measured({
    clean: {
      verdict: aVerdict({ kind: 'regression', trouble: ['the user was removed and is still there'] }),
      ran: [],
    },
  });

  await expect(without).rejects.toThrow('the user was removed and is still there');
});

test('what is stopped ends with the reason', async () => {
  const signal = AbortSignal.abort(new Error('Ctrl-C'));

  await expect(measured({}, { signal })).rejects.toThrow('Ctrl-C');
});

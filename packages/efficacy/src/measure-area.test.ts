import type { PlannedTest } from '@uat/runner';
import { expect, test } from 'vitest';
import { aFailure, aVerdict } from '../testing/verdicts.ts';
import { isWhole } from './efficacy-report.ts';
import { type Experiment, measureArea, type Observation } from './measure-area.ts';

const defects = ['A1', 'A4', 'A19'].map((id) => ({ id, sentence: `${id} is back.`, source: 'ENG-1' }));
const tests = [aTest('first', ['A1', 'A4']), aTest('second', ['A4']), aTest('third', [])];

function aTest(id: string, regressions: string[]): PlannedTest {
  const file = `suites/authnz/${id}.spec.ts:1`;
  return {
    id,
    title: id,
    file,
    area: 'authnz',
    capability: id,
    tickets: ['ENG-1'],
    regressions,
    dependency: false,
  };
}

const red = (id: string, regressions: string[], foundAfter: number): Observation => ({
  verdict: aVerdict({ failures: [aFailure(id, { regressions, foundAfter })] }),
  order: [],
});
const green: Observation = { verdict: aVerdict(), order: ['first', 'second', 'third'] };

async function measured(
  answers: Record<string, Observation>,
  { fast = false, signal = new AbortController().signal }: { fast?: boolean; signal?: AbortSignal } = {},
) {
  const done: Experiment[] = [];
  const said: string[] = [];
  const measurement = await measureArea({
    area: 'authnz',
    defects,
    tests,
    fast,
    lanes: 2,
    async experiment(experiment) {
      done.push(experiment);
      return answers[experiment.defect ?? 'clean'] ?? green;
    },
    onClean: (kept, alarms) => said.push(`clean ${kept} ${alarms.join()}`),
    onFinding: ({ kind, row }) => said.push(`${row.regression} ${kind}`),
    signal,
  });
  return { ...measurement, done, said };
}

test('an area whose tests notice everything is whole', async () => {
  const { report, findings, said } = await measured({
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
    secondsToDetect: { median: 3, max: 7 },
    // (1 + 2 + 3) / 9 off 1, and a sixth on top.
    apfd: 0.5,
  });
  expect(report.matrix.map(({ regression }) => regression)).toEqual(['A1', 'A4', 'A19']);
  expect(said.toSorted()).toEqual(['A1 caught', 'A19 caught', 'A4 caught', 'clean 3 ']);
  expect(isWhole({ report, findings })).toBe(true);
});

test('a survivor, a platform that does not start and a false alarm are told apart', async () => {
  const { report, findings } = await measured({
    clean: { ...red('third', [], 1), order: ['first', 'second', 'third'] },
    A1: { verdict: aVerdict({ kind: 'infrastructure', trouble: ['it did not start'] }), order: [] },
    A4: red('second', ['A4'], 3),
  });

  expect(report).toMatchObject({
    total: 3,
    caught: 1,
    survived: ['A19'],
    broken: ['A1'],
    falseAlarms: ['third'],
  });
  expect(isWhole({ report, findings })).toBe(false);
});

test('fast runs only what claims to notice, and nothing for a defect that no test claims', async () => {
  const { report, done } = await measured(
    { A1: red('first', ['A1'], 2), A4: red('first', ['A4'], 2) },
    { fast: true },
  );

  expect(done.map(({ defect, grep }) => [defect, grep])).toEqual([
    [undefined, String.raw`@(?:\x411|\x414)(?![\w-])`],
    ['A1', String.raw`@(?:\x411)(?![\w-])`],
    ['A4', String.raw`@(?:\x414)(?![\w-])`],
  ]);
  expect(report).toMatchObject({ fast: true, apfd: null, caught: 2, survived: ['A19'] });
});

test('the clean platform gets no second chance, a catch has to be red twice', async () => {
  const { done } = await measured({});

  expect(done.map(({ defect, retries }) => [defect, retries])).toEqual([
    [undefined, 0],
    ['A1', 1],
    ['A4', 1],
    ['A19', 1],
  ]);
});

test('without a clean platform nothing is measured', async () => {
  const without = measured({
    clean: { verdict: aVerdict({ kind: 'configuration', trouble: ['no such thing'] }), order: [] },
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
      order: [],
    },
  });

  await expect(without).rejects.toThrow('the user was removed and is still there');
});

test('what is stopped ends with the reason', async () => {
  const signal = AbortSignal.abort(new Error('Ctrl-C'));

  await expect(measured({}, { signal })).rejects.toThrow('Ctrl-C');
});

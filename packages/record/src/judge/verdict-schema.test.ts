import { expect, test } from 'vitest';
import { answered, failed, plan, planned, verdictOn } from '../testing/index.ts';
import { verdictSchema } from './verdict-schema.ts';

test('a verdict of before failures had evidence can be read', () => {
  const id = 'authnz/sign-in#a';
  const {
    flaky: _flaky,
    labels: _labels,
    failures,
    ...rest
  } = verdictOn([plan(planned(id)), failed(id, { layer: 'browser' }), answered(id, 'up')]);
  const before = failures.map(
    ({ cause: _cause, evidence: _evidence, confidence: _confidence, labels: _none, ...failure }) => ({
      ...failure,
      layer: 'browser',
    }),
  );

  expect(verdictSchema.parse({ ...rest, failures: before })).toMatchObject({
    ...{ flaky: [], labels: [] },
    failures: [{ class: 'product', cause: 'product', layer: 'console', evidence: [], confidence: 'low' }],
  });
});

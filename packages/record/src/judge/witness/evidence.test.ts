import { describe, expect, test } from 'vitest';
import type { Attempt, EventOf, RecordEvent } from '../../schema.ts';
import { answered, failed, passed, plan, planned, verdictOn } from '../../testing/index.ts';

const a = 'authnz/sign-in#a';
const probeOf = (change: Partial<EventOf<'probe'>> = {}): RecordEvent => ({
  ...answered(a, 'up'),
  ...change,
});
const failureIn = (...events: RecordEvent[]) => {
  const { failures, flaky } = verdictOn([plan(planned(a)), ...events]);
  return [...failures, ...flaky][0];
};
const erring = (message: string, change: Partial<Attempt> = {}) =>
  failed(a, { error: { message, fingerprint: 'f' }, ...change });

describe('the confidence in a cause', () => {
  test.each<{ what: string; events: RecordEvent[]; found: object }>([
    {
      what: 'a wrong result from a target that answers',
      events: [failed(a), probeOf()],
      found: { class: 'product', layer: 'api', confidence: 'high' },
    },
    {
      what: 'a connection that failed to a target that answers',
      events: [erring('read ECONNRESET'), probeOf()],
      found: { class: 'product', confidence: 'low' },
    },
    {
      what: 'a failure that was not probed',
      events: [failed(a)],
      found: { class: 'infrastructure', confidence: 'low' },
    },
    {
      what: 'a target that is down',
      events: [erring('connect ECONNREFUSED'), answered(a, 'down')],
      found: { class: 'infrastructure', confidence: 'high' },
    },
    {
      what: 'a session that is no longer accepted',
      events: [
        failed(a),
        probeOf({ authentication: { state: 'refused', detail: 'GET /api/auth/users/me answered 401' } }),
      ],
      found: { class: 'product', layer: 'identity', confidence: 'high' },
    },
    {
      what: 'a target without memory',
      events: [failed(a), probeOf({ resources: [{ state: 'short', detail: 'no memory left' }] })],
      found: { class: 'product', confidence: 'medium' },
    },
    {
      what: 'a test that passed on a retry',
      events: [failed(a), probeOf(), passed(a, { index: 1 })],
      found: { class: 'flaky', cause: 'product', confidence: 'medium' },
    },
    {
      what: 'a spec that throws',
      events: [
        failed(a, {
          error: { message: 'modle is not defined', stack: 'ReferenceError: modle …', fingerprint: '' },
        }),
        probeOf(),
      ],
      found: { class: 'test', layer: 'harness', confidence: 'high' },
    },
    {
      what: 'an answer that breaks the contract',
      events: [erring('GET /api/models breaks the contract: no id'), probeOf()],
      found: { class: 'product', layer: 'contract' },
    },
    {
      what: 'a package',
      events: [failed(a), probeOf({ withoutTarget: true })],
      found: { class: 'product', layer: 'installer', confidence: 'high' },
    },
  ])('$what', ({ events, found }) => {
    expect(failureIn(...events)).toMatchObject(found);
  });

  test('is lower when the target went down soon after', () => {
    const [one, two] = ['authnz/sign-in#a', 'authnz/sign-in#b'];
    const { failures } = verdictOn([
      plan(planned(one), planned(two)),
      failed(one),
      { ...answered(one, 'up') },
      erring('connect ECONNREFUSED', { id: two }),
      { ...answered(two, 'down'), at: '2026-11-22T18:31:12.000Z' },
    ]);

    expect(failures[0]).toMatchObject({
      class: 'product',
      confidence: 'low',
      evidence: expect.arrayContaining([expect.stringMatching(/^the target was down \d\.\d s later$/)]),
    });
  });

  test('grows with the tests that fail alike, and names a capability that fails as a whole', () => {
    const ids = ['authnz/a#1', 'authnz/a#2', 'authnz/a#3'];
    const { failures } = verdictOn([
      plan(...ids.map((id) => planned(id))),
      ...ids.flatMap((id): RecordEvent[] => [
        failed(id, { error: { message: 'read ECONNRESET', fingerprint: 'f' } }),
        answered(id, 'up'),
      ]),
    ]);

    expect(failures[2]).toMatchObject({ confidence: 'medium' });
    expect(failures[2]?.evidence).toEqual(
      expect.arrayContaining([
        '2 other tests failed with the same error',
        'all 3 tests of its capability failed',
      ]),
    );
  });
});

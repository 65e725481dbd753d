import type { Verdict } from '@uat/record';

type Failure = Verdict['failures'][number];

/** A verdict, red when it has failures. */
export function aVerdict({ failures = [], ...rest }: Partial<Verdict> = {}): Verdict {
  const red = failures.length > 0;
  return {
    schemaVersion: 2,
    kind: red ? 'regression' : 'pass',
    exitCode: red ? 1 : 0,
    runId: '20261125-0210-abcd',
    startedAt: '2026-11-25T02:10:00.000Z',
    target: { name: 'embedded', url: 'http://127.0.0.1:1', version: '1.2.0', contractVersion: '1.2.0' },
    suiteCommit: null,
    lane: 'local',
    areas: ['authnz'],
    seconds: 10,
    counts: {
      discovered: 3,
      passed: 3 - failures.length,
      failed: failures.length,
      flaky: 0,
      skipped: 0,
      notEligible: 0,
      notRun: 0,
      quarantined: 0,
      unknown: 0,
      dependency: 0,
    },
    failures,
    flaky: [],
    notEligible: [],
    trouble: [],
    labels: [],
    ...rest,
  };
}

/** A failed test, caused by the product unless changed by `rest`. */
export function aFailure(id: string, rest: Partial<Failure> = {}): Failure {
  return {
    id,
    title: id,
    file: `suites/authnz/${id}.spec.ts:1`,
    area: 'authnz',
    tickets: ['ENG-1'],
    catches: [],
    fingerprint: 'beef',
    class: rest.cause ?? 'product',
    cause: 'product',
    evidence: [],
    confidence: 'high',
    labels: [],
    layer: 'api',
    phase: 'test',
    error: 'expected 401, got 200',
    rerun: `pnpm uat authnz --grep '${id}'`,
    attachments: [],
    ...rest,
  };
}

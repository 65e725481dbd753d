import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import type { TargetScene } from '../target/target-scene.ts';
import { steady, steadyOn } from './steady.ts';

const behindTls: Scene = { kind: 'run', args: ['kept', '--ca', '{ca}'], target: { tls: true } };
const limited = { requestTimeout: 4, testTimeout: 12 };
const patient: Scene = { kind: 'run', args: ['steady'], limits: limited };
const repeated = (target: TargetScene): Scene => ({
  ...{ kind: 'run', args: ['steady', '--', '--repeat-each', '4'], target, limits: limited },
});
const healthyRepeated = repeated({});

const infrastructure = { exitCode: 3, kind: 'infrastructure' } as const;

/** Targets that cannot be judged, at the start or later. */
export const targetSituations: readonly Situation[] = [
  {
    id: 'refused-at-start',
    row: 'unreachable',
    trouble: 'the target refuses connections',
    scene: { kind: 'run', args: ['steady', '--target', 'http://127.0.0.1:1'], target: null },
    expected: { ...infrastructure, counts: { discovered: 0 } },
    twin: steady,
  },
  {
    id: 'unknown-host',
    row: 'unreachable',
    trouble: 'the name of the target is not in the DNS',
    scene: { kind: 'run', args: ['steady', '--target', 'http://kamiwaza.invalid'], target: null },
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'untrusted-certificate',
    row: 'unreachable',
    trouble: 'the certificate of the target is signed by an unknown authority',
    scene: { kind: 'run', args: ['kept'], target: { tls: true } },
    expected: infrastructure,
    twin: behindTls,
  },
  {
    id: 'not-a-kamiwaza',
    row: 'unreachable',
    trouble: 'the ping answers 404: the target is something else',
    scene: steadyOn({ answers: { '/api/ping': { status: 404, json: { detail: 'Not Found' } } } }),
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'unready',
    row: 'unreachable',
    trouble: 'the ping answers 503',
    scene: steadyOn({ answers: { '/api/ping': { status: 503, json: { detail: 'starting' } } } }),
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'ping-in-circles',
    row: 'unreachable',
    trouble: 'the ping redirects to itself',
    scene: steadyOn({ answers: { '/api/ping': { location: 'itself' } } }),
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'frozen-at-start',
    row: 'unreachable',
    trouble: 'the target accepts connections and never answers',
    scene: steadyOn({ state: 'frozen' }),
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'slow-at-start',
    row: 'unreachable',
    trouble: 'the target takes ten seconds for each answer',
    scene: steadyOn({ delaySeconds: 10 }),
    expected: infrastructure,
    twin: steady,
  },
  {
    id: 'dies-mid-run',
    row: 'unreachable',
    trouble: 'the target dies at the request of a test',
    scene: repeated({ at: { path: '/api/models/', nth: 2, event: 'die' } }),
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: healthyRepeated,
  },
  {
    id: 'freezes-mid-run',
    row: 'unreachable',
    trouble: 'the target stops answering at the request of a test',
    scene: repeated({ at: { path: '/api/models/', nth: 2, event: 'freeze' } }),
    expected: { ...infrastructure, cause: 'infrastructure' },
    twin: healthyRepeated,
  },
  {
    id: 'breaks-then-dies',
    row: 'both',
    trouble: 'a wrong answer while the target is up, and later the target dies',
    scene: repeated({
      answers: { '/api/auth/health': { status: 500, after: 3, until: 4 } },
      at: { path: '/api/model_files/', nth: 3, event: 'die' },
    }),
    expected: { exitCode: 1, kind: 'regression' },
    twin: healthyRepeated,
  },
  {
    id: 'slow-answers',
    row: 'kept',
    trouble: 'each answer takes a second, which is within the limits',
    scene: { ...patient, target: { delaySeconds: 1 } },
    expected: { exitCode: 0, kind: 'pass', counts: { passed: 4, notRun: 0 } },
    twin: patient,
  },
  {
    id: 'gateway-timeout',
    row: 'broken',
    trouble: 'the gateway gives up on the models after two seconds: 504',
    scene: { ...patient, target: { answers: { '/api/models/': { status: 504, delaySeconds: 2 } } } },
    expected: { exitCode: 1, kind: 'regression', cause: 'product' },
    twin: patient,
  },
];

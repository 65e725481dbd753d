import type { RunScene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import { steady, steadyOn } from './steady.ts';

const refused = { exitCode: 2, kind: 'configuration' } as const;
/** A command line that cannot be parsed makes no run. */
const unparsed = { exitCode: 2 };
const empty = { exitCode: 4, kind: 'empty' } as const;

const withArgs = (...args: string[]): RunScene => ({ kind: 'run', args });
const signIn = withArgs('set-up', '--grep', 'the administrator is known');
const inCd = withArgs('steady', '--lane', 'cd');
const kept = withArgs('kept');
const both = withArgs('steady', 'kept');
const installed: RunScene = { ...withArgs('starved', '--grep', 'no such title'), target: null };

const entry = (title: string, expires = '{soon}') =>
  `- test: steady/steady#${title}\n  ticket: ENG-3\n  reason: known\n  owner: ada\n  lane: local\n  expires: ${expires}\n`;
const models = 'the-models-are-listed';
const brokenModels = { answers: { '/api/models/': { status: 500 } } };
const quarantined: RunScene = { ...steady, quarantine: entry(models) };
const expired: RunScene = { ...steady, quarantine: entry(models, '{yesterday}') };
const ranBefore: RunScene = { ...quarantined, before: [{}] };
const ranTwiceBefore: RunScene = { ...quarantined, before: [{}, {}] };

/** Requests that cannot be run, or that select nothing. */
export const configurationSituations: readonly Situation[] = [
  {
    id: 'unknown-area',
    row: 'configuration',
    trouble: 'an area that there is not',
    scene: withArgs('steddy'),
    expected: { ...refused, counts: { discovered: 0 } },
    twin: steady,
  },
  {
    id: 'unknown-option',
    row: 'configuration',
    trouble: 'an option that there is not',
    scene: withArgs('steady', '--quickly'),
    expected: unparsed,
    twin: steady,
  },
  {
    id: 'unknown-lane',
    row: 'configuration',
    trouble: 'a lane that there is not',
    scene: withArgs('steady', '--lane', 'weekly'),
    expected: unparsed,
    twin: steady,
  },
  {
    id: 'unknown-target',
    row: 'configuration',
    trouble: 'the name of a target that there is not',
    scene: { ...withArgs('steady', '--target', 'moon'), target: null },
    expected: refused,
    twin: steady,
  },
  {
    id: 'unknown-grant',
    row: 'configuration',
    trouble: 'a grant that there is not',
    scene: withArgs('steady', '--grant', 'everything'),
    expected: refused,
    twin: steady,
  },
  {
    id: 'unknown-fault',
    row: 'configuration',
    trouble: 'a fault that there is not',
    scene: withArgs('steady', '--fault', 'A9999'),
    expected: refused,
    twin: steady,
  },
  {
    id: 'malformed-config',
    row: 'configuration',
    trouble: 'a config without areas',
    scene: { ...steady, config: 'export default { areas: 5 };\n' },
    expected: refused,
    twin: steady,
  },
  {
    id: 'unloadable-spec',
    row: 'configuration',
    trouble: 'a spec throws when it is loaded',
    scene: withArgs('steady', 'unloadable'),
    expected: refused,
    twin: steady,
  },
  {
    id: 'only-in-cd',
    row: 'configuration',
    trouble: 'a spec says .only in a pipeline',
    scene: withArgs('focused', '--lane', 'cd'),
    expected: refused,
    twin: inCd,
  },
  {
    id: 'area-without-specs',
    row: 'configuration',
    trouble: 'one of two areas has no spec',
    scene: withArgs('kept', 'hollow'),
    expected: refused,
    twin: kept,
  },
  {
    id: 'wrong-password',
    row: 'credentials',
    trouble: 'the password of the administrator is wrong',
    scene: { ...signIn, env: { KAMIWAZA_PASSWORD: 'not the password' } },
    expected: { ...refused, cause: 'configuration' },
    twin: signIn,
  },
  {
    id: 'sign-in-forbidden',
    row: 'credentials',
    trouble: 'the sign-in of the administrator is refused with 403',
    scene: {
      ...signIn,
      target: { answers: { '/api/auth/token': { status: 403, json: { detail: 'Forbidden' } } } },
    },
    expected: { ...refused, cause: 'configuration' },
    twin: signIn,
  },
  {
    id: 'no-such-title',
    row: 'empty',
    trouble: 'no title matches; only the smoke layer could run',
    scene: withArgs('steady', '--grep', 'no such title'),
    expected: empty,
    twin: steady,
  },
  {
    id: 'no-such-ticket',
    row: 'empty',
    trouble: 'no test is of the ticket',
    scene: withArgs('steady', '--ticket', 'ENG-99999'),
    expected: empty,
    twin: steady,
  },
  {
    id: 'nothing-without-a-target',
    row: 'empty',
    trouble: 'no title matches in an area about packages',
    scene: installed,
    expected: empty,
    twin: steady,
  },
  {
    id: 'nothing-eligible',
    row: 'notEligible',
    trouble: 'all that is selected needs a role without credentials',
    scene: withArgs('set-up', '--grep', 'a holder of a token'),
    expected: { ...empty, counts: { notEligible: 1, passed: 0 } },
    twin: signIn,
  },
  {
    id: 'one-not-eligible',
    row: 'notEligible',
    trouble: 'one of two tests needs a role without credentials',
    scene: withArgs('set-up'),
    expected: { exitCode: 0, kind: 'pass', counts: { notEligible: 1, passed: 1 } },
    twin: signIn,
  },
  {
    id: 'malformed-quarantine',
    row: 'quarantineFile',
    trouble: 'an entry of the quarantine has no owner',
    scene: { ...steady, quarantine: entry(models).replace(/ {2}owner: .*\n/, '') },
    expected: { ...refused, counts: { discovered: 0 } },
    twin: quarantined,
  },
  {
    id: 'stray-quarantine',
    row: 'quarantineFile',
    trouble: 'an entry of the quarantine names no test',
    scene: { ...steady, quarantine: entry('the-models-are-gone') },
    expected: { ...refused, counts: { passed: 0 } },
    twin: quarantined,
  },
  {
    id: 'endless-quarantine',
    row: 'quarantineFile',
    trouble: 'an entry of the quarantine ends in fifty years',
    scene: { ...steady, quarantine: entry(models, '2076-01-01') },
    expected: refused,
    twin: quarantined,
  },
  {
    id: 'only-quarantined',
    row: 'quarantined',
    trouble: 'the test in quarantine fails, after it passed',
    scene: { ...ranBefore, target: brokenModels },
    expected: { exitCode: 0, kind: 'pass', counts: { quarantined: 1, failed: 0, passed: 3 } },
    twin: ranBefore,
  },
  {
    id: 'quarantined-and-another',
    row: 'broken',
    trouble: 'beside the test in quarantine another one fails',
    scene: {
      ...ranBefore,
      target: { answers: { ...brokenModels.answers, '/api/model_files/': { status: 500 } } },
    },
    expected: { exitCode: 1, kind: 'regression' },
    twin: ranBefore,
  },
  {
    id: 'expired-quarantine',
    row: 'void',
    trouble: 'a test fails whose quarantine ended yesterday',
    scene: { ...expired, target: brokenModels },
    expected: { exitCode: 1, kind: 'regression' },
    twin: expired,
  },
  {
    id: 'consistent-failure-in-quarantine',
    row: 'void',
    trouble: 'the test in quarantine fails for the third time in a row',
    scene: { ...ranTwiceBefore, before: [brokenModels, brokenModels], target: brokenModels },
    expected: { exitCode: 1, kind: 'regression' },
    twin: ranTwiceBefore,
  },
  {
    id: 'quarantine-of-another-lane',
    row: 'broken',
    trouble: 'a test fails that is in quarantine in another lane',
    scene: { ...inCd, quarantine: entry(models), target: brokenModels },
    expected: { exitCode: 1, kind: 'regression' },
    twin: { ...inCd, quarantine: entry(models) },
  },
  {
    id: 'quarantine-and-a-dead-target',
    row: 'unreachable',
    trouble: 'the target dies at the request of the test in quarantine, which excuses nothing',
    scene: { ...quarantined, target: { at: { path: '/api/models/', nth: 1, event: 'die' } } },
    expected: { exitCode: 3, kind: 'infrastructure' },
    twin: quarantined,
  },
  {
    id: 'two-areas-one-broken',
    row: 'broken',
    trouble: 'of two areas, one breaks a promise',
    scene: { ...both, ...steadyOn({ answers: { '/api/model_files/': { status: 500 } } }), args: both.args },
    expected: { exitCode: 1, kind: 'regression', counts: { passed: 5, failed: 1 } },
    twin: both,
  },
];

import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

const packageOf = (name: string) => `^packages/${name}/`;

/** Who may know whom; each rule says why or what to do. */
export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'public-face-only',
    comment: 'Import another package by its name: what its index.ts exports is what it offers.',
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: {
      path: '^packages/([^/]+)/src/',
      pathNot: [
        '^packages/$1/',
        '^packages/[^/]+/src/(index|testing/index)\\.ts$',
        '^packages/(intent/src/coverage/index|contract/src/media-type)\\.ts$',
        '^packages/runner/src/(playwright/index|session/(spawn-session|stop))\\.ts$',
      ],
    },
  },
  {
    name: 'specs-know-fixtures-only',
    comment: 'A spec asks the fixtures for what it needs.',
    severity: 'error',
    from: { path: '^suites/', pathNot: '^suites/installers/products/' },
    to: { pathNot: '^(suites/|fixtures/(installers/)?index\\.ts$)' },
  },
  {
    name: 'profiles-know-config-only',
    comment: 'A product profile is data.',
    severity: 'error',
    from: { path: '^suites/installers/products/' },
    to: { pathNot: '^packages/config/src/index\\.ts$' },
  },
  {
    name: 'fixtures-know-what-specs-use',
    severity: 'error',
    from: { path: '^fixtures/' },
    to: {
      path: '^packages/',
      pathNot:
        '^packages/((sdk|hosts|artifacts|config|contract|core|data)/src/index|intent/src/coverage/index|contract/src/media-type|artifacts/src/testing/small-deb|runner/src/session/spawn-session)\\.ts$',
    },
  },
  {
    name: 'core-knows-nobody',
    severity: 'error',
    from: { path: packageOf('core') },
    to: { path: '^(packages/(?!core/)|fixtures|suites)' },
  },
  {
    name: 'config-knows-core-only',
    severity: 'error',
    from: { path: packageOf('config') },
    to: { path: '^(packages/(?!(config|core)/)|fixtures|suites)' },
  },
  {
    name: 'record-knows-core-and-config-only',
    comment: 'A stored run is read and judged without whatever made it.',
    severity: 'error',
    from: { path: packageOf('record') },
    to: { path: '^(packages/(?!(record|core|config)/)|fixtures|suites)' },
  },
  {
    name: 'judging-asks-nothing',
    comment: 'What a record says is decided from the record alone: no files, no clock, no network.',
    severity: 'error',
    from: {
      path: '^packages/record/src/(judge/|fold|merge|open-tests|rerun-command)',
      pathNot: '\\.test\\.ts$',
    },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'intent-is-pure',
    comment: 'It is given texts and moments, and gives decisions: no files, no network, no clock of its own.',
    severity: 'error',
    from: { path: '^packages/intent/src/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?path$' },
  },
  {
    name: 'intent-knows-config-and-core',
    severity: 'error',
    from: { path: packageOf('intent') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(intent|config|core)/' },
  },
  {
    name: 'contract-knows-no-package',
    severity: 'error',
    from: { path: packageOf('contract') },
    to: { path: '^(packages/(?!contract/)|fixtures|suites)' },
  },
  {
    name: 'sdk-knows-the-contract-only',
    severity: 'error',
    from: { path: packageOf('sdk') },
    to: { path: '^(packages/(?!(sdk|contract)/)|fixtures|suites)' },
  },
  {
    name: 'hosts-knows-config-and-core',
    comment: 'It gives clean machines; what is installed on them is for others to know.',
    severity: 'error',
    from: { path: packageOf('hosts') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(hosts|config|core)/' },
  },
  {
    name: 'linear-knows-core-only',
    comment: 'It is the one door to Linear; what a ticket has to hold is for others to know.',
    severity: 'error',
    from: { path: packageOf('linear') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(linear|core)/' },
  },
  {
    name: 'gatekeeper-knows-intent-and-linear',
    comment: 'It needs nothing of a run: what a ticket says and what Linear knows is all it judges by.',
    severity: 'error',
    from: { path: packageOf('gatekeeper'), pathNot: '\\.test\\.ts$' },
    to: {
      path: '^(packages/|fixtures|suites)',
      pathNot: '^packages/(gatekeeper|intent|linear|core|testing)/',
    },
  },
  {
    name: 'decisions-ask-nothing',
    comment:
      'A decision of the gate is made from what it is given: no files, no network, no clock of its own.',
    severity: 'error',
    from: { path: '^packages/gatekeeper/src/decide/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'one-door-to-linear',
    comment: 'Ask @uat/linear: a call beside it would know nothing of the request budget.',
    severity: 'error',
    from: { pathNot: '^(packages/linear|bench)/' },
    to: { path: 'node_modules/@linear/sdk' },
  },
  {
    name: 'stand-ins-are-for-tests',
    severity: 'error',
    from: { path: '^packages/', pathNot: '(\\.test\\.ts|/contract/.*|/testing/.*)$' },
    to: { path: '^packages/[^/]+/(src/)?testing/', pathNot: '^packages/(hosts|platform|cli|efficacy)/' },
  },
  {
    name: 'artifacts-knows-core-only',
    comment: 'It writes and reads packages; what is installed where is for others to know.',
    severity: 'error',
    from: { path: packageOf('artifacts') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(artifacts|core)/' },
  },
  {
    name: 'platform-knows-the-contract-only',
    comment:
      'A bug shared by client and platform would hide itself. What packs it knows how packages are written.',
    severity: 'error',
    from: { path: packageOf('platform'), pathNot: '^packages/platform/release/' },
    to: {
      path: '^(packages/(?!platform/)|packages/platform/release/|fixtures|suites)',
      pathNot: '^packages/contract/src/index\\.ts$',
    },
  },
  {
    name: 'release-knows-platform-artifacts-contract',
    severity: 'error',
    from: { path: '^packages/platform/release/' },
    to: {
      path: '^(packages/(?!platform/)|fixtures|suites)',
      pathNot: '^packages/(artifacts|contract)/src/index\\.ts$',
    },
  },
  {
    name: 'faults-know-platform-artifacts-core',
    comment: 'A fault reaches what it breaks by the public face of its package.',
    severity: 'error',
    from: { path: packageOf('faults'), pathNot: '\\.test\\.ts$' },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(faults|platform|artifacts|core)/' },
  },
  {
    name: 'harness-does-not-know-the-platform',
    comment: 'It is started as a process; everything else goes over HTTP.',
    severity: 'error',
    from: { pathNot: '^packages/(platform/|faults/|cli/|runner/src/(session|products)/)' },
    to: { path: packageOf('platform') },
  },
  {
    name: 'efficacy-knows-record-runner-and-core',
    comment: 'It thinks about verdicts; who runs what, and on which platform, is given to it.',
    severity: 'error',
    from: { path: packageOf('efficacy') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(efficacy|record|runner|faults|core)/' },
  },
  {
    name: 'nobody-knows-cli',
    severity: 'error',
    from: { pathNot: packageOf('cli') },
    to: { path: packageOf('cli') },
  },
];

/** How TypeScript is read. */
export const options: ICruiseOptions = {
  parser: 'tsc',
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  doNotFollow: { path: 'node_modules' },
  exclude: { path: ['packages/sdk/src/generated', '\\.cache'] },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'types'],
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
  },
};

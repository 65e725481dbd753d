import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

const packageOf = (name: string) => `^packages/${name}/`;

/** The allowed imports between packages; each rule says why, or what to do instead. */
export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-circles',
    comment: 'Type-only imports count too: move the type to where both sides may import it from.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'public-face-only',
    comment: 'Import another package by its name: its index.ts exports its public interface.',
    severity: 'error',
    from: { path: '^packages/([^/]+)/' },
    to: {
      path: '^packages/([^/]+)/src/',
      pathNot: [
        '^packages/$1/',
        '^packages/[^/]+/src/(index|testing/index)\\.ts$',
        '^packages/(intent/src/coverage/index|contract/src/media-type|testing/src/stub-server)\\.ts$',
        '^packages/runner/src/(playwright/index|session/(spawn-session|stop)|plan/pinned/(testing/)?index)\\.ts$',
      ],
    },
  },
  {
    name: 'specs-import-fixtures-only',
    comment: 'A spec gets everything it uses from the fixtures.',
    severity: 'error',
    from: { path: '^suites/', pathNot: '^suites/installers/products/' },
    to: { pathNot: '^(suites/|fixtures/(installers/)?index\\.ts$)' },
  },
  {
    name: 'profiles-import-config-only',
    comment: 'A product profile is data.',
    severity: 'error',
    from: { path: '^suites/installers/products/' },
    to: { pathNot: '^packages/config/src/index\\.ts$' },
  },
  {
    name: 'fixtures-import-what-specs-use',
    severity: 'error',
    from: { path: '^fixtures/' },
    to: {
      path: '^packages/',
      pathNot:
        '^packages/((sdk|hosts|artifacts|config|contract|core|data)/src/index|intent/src/coverage/index|contract/src/media-type|artifacts/src/testing/small-deb|runner/src/session/spawn-session|testing/src/(index|stub-server))\\.ts$',
    },
  },
  {
    name: 'core-imports-no-package',
    severity: 'error',
    from: { path: packageOf('core') },
    to: { path: '^(packages/(?!core/|testing/)|fixtures|suites)' },
  },
  {
    name: 'config-imports-core-only',
    severity: 'error',
    from: { path: packageOf('config') },
    to: { path: '^(packages/(?!(config|core|testing)/)|fixtures|suites)' },
  },
  {
    name: 'record-imports-core-and-config-only',
    comment: 'A stored run is read and judged without the code that made it.',
    severity: 'error',
    from: { path: packageOf('record') },
    to: { path: '^(packages/(?!(record|core|config|testing)/)|fixtures|suites)' },
  },
  {
    name: 'judging-is-pure',
    comment: 'A verdict depends on the record alone: no files, no clock, no network.',
    severity: 'error',
    from: {
      path: '^packages/record/src/(judge/|fold|merge|open-tests|rerun-command)',
      pathNot: '\\.test\\.ts$',
    },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'statistics-are-pure',
    comment: 'Results come in, conclusions go out: no files, no clock, no network.',
    severity: 'error',
    from: {
      path: '^packages/(history/src/statistics|plan/src/(order|burn-in|simulate))/',
      pathNot: '\\.test\\.ts$',
    },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'intent-is-pure',
    comment: 'Texts and times come in, decisions go out: no files, no network, no clock of its own.',
    severity: 'error',
    from: { path: '^packages/intent/src/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?path$' },
  },
  {
    name: 'intent-imports-config-and-core',
    severity: 'error',
    from: { path: packageOf('intent') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(intent|config|core|testing)/' },
  },
  {
    name: 'contract-imports-no-package',
    severity: 'error',
    from: { path: packageOf('contract') },
    to: { path: '^(packages/(?!contract/|testing/)|fixtures|suites)' },
  },
  {
    name: 'sdk-imports-the-contract-only',
    severity: 'error',
    from: { path: packageOf('sdk') },
    to: { path: '^(packages/(?!(sdk|contract|testing)/)|fixtures|suites)' },
  },
  {
    name: 'hosts-imports-config-and-core',
    comment: 'Hosts are clean machines: what is installed on them is not their concern.',
    severity: 'error',
    from: { path: packageOf('hosts') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(hosts|config|core|testing)/' },
  },
  {
    name: 'linear-imports-core-only',
    comment: 'The client of Linear does not know what a ticket has to contain.',
    severity: 'error',
    from: { path: packageOf('linear') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(linear|core|testing)/' },
  },
  {
    name: 'gatekeeper-imports-intent-and-linear',
    comment: 'The gate decides by the ticket and by the data in Linear; it does not read runs.',
    severity: 'error',
    from: { path: packageOf('gatekeeper'), pathNot: '\\.test\\.ts$' },
    to: {
      path: '^(packages/|fixtures|suites)',
      pathNot: '^packages/(gatekeeper|intent|linear|database|core|testing)/',
    },
  },
  {
    name: 'decisions-are-pure',
    comment:
      'A decision of the gate is a pure function of its arguments: no files, no network, no clock of its own.',
    severity: 'error',
    from: { path: '^packages/gatekeeper/src/decide/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'linear-client-only',
    comment: 'Use @uat/linear: a call past it would not count against the request budget.',
    severity: 'error',
    from: { pathNot: '^(packages/linear|bench)/' },
    to: { path: 'node_modules/@linear/sdk' },
  },
  {
    name: 'testing-imports-no-package',
    severity: 'error',
    from: { path: packageOf('testing') },
    to: { path: '^(packages/(?!testing/)|fixtures|suites)' },
  },
  {
    name: 'stand-ins-are-for-tests',
    severity: 'error',
    // The situations of the harness are played on stand-ins.
    from: { path: '^packages/', pathNot: '(\\.test\\.ts|/(contract|testing|efficacy/src/harness)/.*)$' },
    to: {
      path: '^packages/(testing/|[^/]+/(src/)?testing/)',
      pathNot: '^packages/(hosts|platform|cli|efficacy)/',
    },
  },
  {
    name: 'database-imports-core-only',
    comment: 'What the tables mean is the concern of the program that opens the database.',
    severity: 'error',
    from: { path: packageOf('database') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(database|core|testing)/' },
  },
  {
    name: 'artifacts-imports-core-only',
    comment: 'Packages are written and read here; where they are installed is not its concern.',
    severity: 'error',
    from: { path: packageOf('artifacts') },
    to: { path: '^(packages/|fixtures|suites)', pathNot: '^packages/(artifacts|core|testing)/' },
  },
  {
    name: 'platform-imports-contract-and-console-only',
    comment:
      'A bug shared by client and platform would hide itself. Only the release code may write packages.',
    severity: 'error',
    from: { path: packageOf('platform'), pathNot: '^packages/platform/release/' },
    to: {
      path: '^(packages/(?!(platform|testing)/)|packages/platform/release/|fixtures|suites)',
      pathNot: '^packages/(contract/src|console/bundle)/index\\.ts$',
    },
  },
  {
    name: 'console-imports-no-other-package',
    comment: 'It speaks HTTP with the platform; the platform gets a folder with its bundle.',
    severity: 'error',
    from: { path: packageOf('console') },
    to: { path: '^(packages/(?!console/)|fixtures|suites)' },
  },
  {
    name: 'release-imports-platform-console-artifacts-contract',
    severity: 'error',
    from: { path: '^packages/platform/release/' },
    to: {
      path: '^(packages/(?!platform/)|fixtures|suites)',
      pathNot: '^packages/((artifacts|contract)/src|console/bundle)/index\\.ts$',
    },
  },
  {
    name: 'faults-import-platform-artifacts-core',
    comment: 'A fault reaches what it breaks through the public interface of its package.',
    severity: 'error',
    from: { path: packageOf('faults') },
    to: {
      path: '^(packages/|fixtures|suites)',
      pathNot: '^packages/(faults|platform|artifacts|core|testing|contract)/',
    },
  },
  {
    name: 'harness-does-not-import-the-platform',
    comment: 'The platform is started as a process; everything else goes over HTTP.',
    severity: 'error',
    from: { pathNot: '^packages/(platform/|faults/|cli/|runner/src/(session|products)/)' },
    to: { path: packageOf('platform') },
  },
  {
    name: 'efficacy-imports-stations-of-a-run',
    comment: 'Efficacy runs the tests as any caller of the runner does, and reads their verdicts.',
    severity: 'error',
    from: { path: packageOf('efficacy') },
    to: {
      path: '^(packages/|fixtures|suites)',
      pathNot: '^packages/(efficacy|faults|config|record|runner|core|testing)/',
    },
  },
  {
    name: 'history-imports-what-a-record-names',
    comment:
      'Results over time come from the records of runs; their requests are operations of the contract.',
    severity: 'error',
    from: { path: packageOf('history') },
    to: {
      path: '^(packages/|fixtures|suites)',
      pathNot: '^packages/(history|record|contract|database|core|testing)/',
    },
  },
  {
    name: 'cli-is-imported-by-no-package',
    severity: 'error',
    from: { pathNot: packageOf('cli') },
    to: { path: packageOf('cli') },
  },
];

/** Settings for reading TypeScript. */
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

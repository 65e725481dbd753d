/** Words that give way to a standard term, or to plainer English. */
export interface Refusal {
  /**
   * Words or phrases in lower case. A phrase also matches in identifiers and file names: `hub weather` matches
   * `hubWeather`, `hub-weather` and `HUB_WEATHER`.
   */
  words: readonly string[];
  /** Matches only inside an identifier or a file name: `held back` refuses `heldBack`, not "packages held back". */
  inIdentifiers?: true;
  /** Words that make the match acceptable when one of them follows. */
  unlessBefore?: readonly string[];
  /** The replacement, as the error message ends: `say …`. */
  say: string;
}

/** Refused everywhere but in the paths of `exempt`: translated-sounding English, and terms that no field uses. */
export const refusals: readonly Refusal[] = [
  // English
  { words: ['whoever'], say: '"anyone who …", or name the person: "the caller", "the administrator"' },
  { words: ['nobody'], say: '"no user", "no test", "not … by anyone", or turn the sentence round' },
  { words: ["no one's"], say: '"no user\'s", or turn the sentence round' },
  { words: ['that which'], say: '"what", or name the thing' },
  { words: ['one whose', 'ones whose'], say: '"with", or name the thing: "a token with …"' },
  { words: ['in their true form', 'in its true form'], say: '"the default implementation"' },
  { words: ["behind everybody's back"], say: '"without a notice", or name who is not informed' },
  { words: ['told of'], say: '"receives", "is informed about", "reported"' },
  { words: ['what came of'], say: '"the outcome of", "the result of"' },
  { words: ['newcomer', 'newcomers'], say: '"fresh user"; of a person, "new team member"' },
  { words: ['wish', 'wishes', 'wished'], say: '"pending deployment", "request"; of a person, "want"' },

  // Platform and fixtures
  {
    words: ['knock', 'knocks', 'knocked', 'knocking'],
    say: '"presentToken", "authenticate", "send a request"',
  },
  { words: ['door', 'doors'], say: '"entry point", "endpoint", "API", "proxy"' },
  { words: ['hub weather', 'weather of'], say: '"hub faults", "network conditions"' },
  { words: ['turning names'], say: '"DNS rebinding"' },
  { words: ['without room'], inIdentifiers: true, say: '"memoryPressure", "fullNode"' },
  { words: ['held back'], inIdentifiers: true, say: '"delayedDownload"' },
  { words: ['under way'], inIdentifiers: true, say: '"inProgress"' },
  { words: ['when overdue'], inIdentifiers: true, say: '"expectDeadlineError"' },
  { words: ['signed lately'], say: '"recentLogins"' },
  { words: ['answer early'], inIdentifiers: true, say: '"earlyResponse"' },
  { words: ['running note'], say: '"pid file"' },
  { words: ['only if on'], inIdentifiers: true, say: '"requireFeature"' },
  { words: ['who is asking'], inIdentifiers: true, say: '"currentIdentity"' },
  { words: ['own contract'], inIdentifiers: true, say: '"servedContract"' },
  { words: ['fact in'], inIdentifiers: true, say: '"factValue"' },
  { words: ['new visitor'], inIdentifiers: true, say: '"httpSession"' },
  { words: ['verdicts on'], inIdentifiers: true, say: '"gatewayDecisions"' },
  { words: ['known to all'], inIdentifiers: true, say: '"publicDefaults"' },

  // Installers and artifacts
  { words: ['lying beside'], say: '"sidecars"' },
  { words: ['beside finding', 'beside findings'], say: '"release metadata checks"' },
  { words: ['mishap', 'mishaps'], say: '"fault scenario", "injected error"' },
  { words: ['canary', 'canaries'], say: '"sentinel file"' },
  {
    words: ['unmet'],
    unlessBefore: ['requirement', 'requirements'],
    say: '"unmetRequirements", "unmet requirement", "not satisfied"',
  },

  // A run, and what measures the tests
  { words: ['asked run', 'asked runs'], say: '"RunRequest", "resolveRunRequest"' },
  { words: ['asked target', 'asked targets'], inIdentifiers: true, say: '"RunTarget", "requestedTarget"' },
  { words: ['asked product', 'asked products'], inIdentifiers: true, say: '"resolveProducts"' },
  { words: ['chosen areas'], inIdentifiers: true, say: '"selectAreas"' },
  { words: ['tests on target'], inIdentifiers: true, say: '"executePlaywright", "runTests"' },
  { words: ['refuse foreign'], inIdentifiers: true, say: '"rejectReservedArguments"' },
  { words: ['assert said'], inIdentifiers: true, say: '"assertRunEnded"' },
  { words: ['assert whole'], inIdentifiers: true, say: '"assertAreasNonEmpty"' },
  { words: ['assert accounted'], inIdentifiers: true, say: '"assertRunEnded"' },
  { words: ['stoppable'], say: '"abortable"' },
  { words: ['unheard'], say: '"unconfirmed"' },
  { words: ['last judgements'], inIdentifiers: true, say: '"finalResults"' },
  { words: ['kept observations'], inIdentifiers: true, say: '"run cache"' },
  { words: ['proxy fault', 'proxy faults'], inIdentifiers: true, say: '"wire fault"' },

  // Client of the API
  { words: ['converse', 'converses'], say: '"sendWithReauth"' },
  { words: ['beside api'], inIdentifiers: true, say: '"absolutePath"' },
  { words: ['may be page'], inIdentifiers: true, say: '"acceptHtml"' },
];

/** Refused where words alone do not tell: calls, options, exact names. */
export const refusedPatterns: readonly { pattern: RegExp; name: string; say: string }[] = [
  { name: 'own()', pattern: /\bown\(\)/g, say: '"self()"' },
  { name: 'place-of', pattern: /\bplaceOf\b|\bplace-of\b/g, say: '"testScope", or name the place' },
  { name: '--regress', pattern: /--regress\b(?!ion)/g, say: '"--fault"' },
  { name: 'uat regressions', pattern: /\buat regressions\b/g, say: '"uat faults"' },
  { name: 'uat runs', pattern: /\buat runs\b/g, say: '"uat history"' },
  { name: 'offer:', pattern: /(?<=['"`])offer:(?=[a-z$])/g, say: '"capability:"' },
];

/** The Unix user and group of that name: quoted alone, in a line of passwd, or after what takes a user. */
export const unixNobody =
  /(['"`])nobody\1|\bnobody:[\w*]|[\w*]:nobody\b|\bnobody\/nogroup\b|\b(chown|chgrp|su|sudo -u|runuser -u|uid|gid|users?|groups?)[ =]nobody\b|\bUser=nobody\b|\bGroup=nobody\b/g;

/** Paths that hold the words of others, or of the past, each with the reason. */
export const exempt: readonly { path: RegExp; because: string }[] = [
  {
    path: /^packages\/(contract\/openapi\.(json|yaml)$|sdk\/src\/generated\/)/,
    because: "the vendor's contract",
  },
  { path: /^packages\/intent\/corpus\//, because: 'tickets as people write them' },
  {
    path: /^packages\/intent\/src\/ticket\/(vocabulary\/|sentences\/(signer|still-open)\.ts$)/,
    because: 'the words of people who write tickets',
  },
  {
    path: /^packages\/platform\/src\/(database\/schema|domains\/engine\/models\/trainings)\.ts$/,
    because: 'names of tables that data folders have, and texts that fix the bytes of models',
  },
  { path: /^pnpm-lock\.yaml$/, because: 'names of other packages' },
  { path: /^suites\/test-ids\.json$/, because: 'former ids of tests, on which their history hangs' },
  { path: /^tools\/words\//, because: 'this list, and its tests' },
  { path: /\.(png|jpe?g|gguf|ico|woff2?)$/, because: 'no text' },
];

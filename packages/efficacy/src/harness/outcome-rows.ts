/** The rows of the table in docs/outcomes.md, by a short name; a situation says which of them it is a case of. */
export const outcomeRows = {
  kept: 'all that was selected ran and kept its promises',
  broken: 'a promise broken while the target answers its probe, also in set-up',
  smoke: 'smoke red, target up: the areas that then did not start are not run',
  package: 'an artifact that is a package but is truncated, of the wrong architecture, badly signed',
  configuration: 'unknown names; malformed files; a file that does not exist or is no package at all',
  credentials: 'the first sign-in of a role is refused by an attached target',
  unreachable: 'target unreachable or not a Kamiwaza, at the start or when a failure is probed',
  machine: 'no browser to be had; a host that should be there is not; results cannot be written',
  both: 'both a confirmed regression and infrastructure trouble',
  empty: 'nothing ran: an empty selection, or everything selected is not eligible here',
  merge: 'a shard missing, surplus, doubled, of another plan or commit; a torn record or one without an end',
  notRun: 'a planned test was not run or not judged',
  budget: 'a budget excluded tests in the plan',
  flaky: 'passed on retry: within the flake budget of the lane, or over it',
  quarantined: 'only quarantined tests failed',
  void: 'the quarantine entry has expired, or is for a consistent failure',
  quarantineFile: 'a malformed quarantine entry, or one that matches no discovered test',
  secret: 'a secret is still in what is to be published after it was scrubbed',
  starved: 'a time-out while our own machine was starved, and a second try alone did not decide it',
  stopped: 'Ctrl-C or SIGTERM: what had been judged is reported',
  notEligible: 'a requirement is missing: listed as not eligible, never green, never red by itself',
  efficacy: 'efficacy: all caught and no false alarm, or otherwise',
} as const;

export type OutcomeRow = keyof typeof outcomeRows;

/** What a person asked for: areas and filters. */
export interface Selection {
  /** Playwright's names of the areas. */
  projects: string[];
  grep?: string | undefined;
  tickets: string[];
  workers?: number | undefined;
  /** How many failed tests end the run; 0 for none, the lane's when left out. */
  maxFailures?: number | undefined;
  headed: boolean;
  ui: boolean;
  /** What stood behind `--`. */
  rest: string[];
}

/**
 * The arguments of `playwright test` for a selection. A ticket is a tag of its tests; Playwright knows one `--grep`
 * only, so a ticket and a pattern become one expression with look-aheads, which also look beyond a line break in a title.
 */
export function playwrightArgs(selection: Selection): string[] {
  const { projects, grep, tickets, workers, maxFailures, headed, ui, rest } = selection;
  const expressions = [
    ...(tickets.length === 0 ? [] : [`@(?:${tickets.map(RegExp.escape).join('|')})(?![\\w-])`]),
    ...(grep === undefined ? [] : [grep]),
  ];
  return [
    // That nothing was selected is the verdict's to say.
    '--pass-with-no-tests',
    // One word: Playwright would take what stands behind a separate `--project NAME` for more names.
    ...projects.map((project) => `--project=${project}`),
    ...(expressions.length === 0 ? [] : ['--grep', oneExpression(expressions)]),
    ...(workers === undefined ? [] : ['--workers', String(workers)]),
    ...(maxFailures === undefined ? [] : ['--max-failures', String(maxFailures)]),
    ...(headed ? ['--headed'] : []),
    ...(ui ? ['--ui'] : []),
    ...rest,
  ];
}

function oneExpression(expressions: string[]): string {
  const [only] = expressions;
  if (expressions.length === 1 && only !== undefined) return only;
  return `^${expressions.map((expression) => `(?=[^]*(?:${expression}))`).join('')}`;
}

/** The areas and filters of a run. */
export interface Selection {
  /** Playwright's names of the areas. */
  projects: string[];
  grep?: string | undefined;
  tickets?: string[];
  workers?: number | undefined;
  /** The number of failed tests that ends the run: 0 for no limit, the lane's when left out. */
  maxFailures?: number | undefined;
  headed?: boolean;
  ui?: boolean;
  /** Arguments after `--`. */
  rest?: string[];
}

/**
 * The arguments of `playwright test` for a selection. A ticket is a tag of its tests. Playwright takes a single
 * `--grep`, so a ticket and a pattern become one expression with look-aheads, which also see beyond a line break in a
 * title.
 */
export function playwrightArgs(selection: Selection): string[] {
  const {
    projects,
    grep,
    tickets = [],
    workers,
    maxFailures,
    headed = false,
    ui = false,
    rest = [],
  } = selection;
  const expressions = [
    ...(tickets.length === 0 ? [] : [`@(?:${tickets.map(RegExp.escape).join('|')})(?![\\w-])`]),
    ...(grep === undefined ? [] : [grep]),
  ];
  return [
    // An empty selection is for the verdict to report.
    '--pass-with-no-tests',
    // One word: after a separate `--project NAME`, Playwright would take the next arguments for more names.
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

import type { PlannedTest } from '@uat/record';

/**
 * What keeps a set of specs from being run at all: a test that names no ticket, a ticket that is none, two tests with
 * one id. One sentence each, beginning with the place; empty when all is well.
 */
export function specProblems(tests: readonly PlannedTest[], ticketPattern: RegExp): string[] {
  const seen = new Map<string, string>();
  return tests.flatMap((test) => {
    const twin = seen.get(test.id);
    seen.set(test.id, test.file);
    return [
      ...(test.tickets.length === 0
        ? [
            `${test.file}: '${test.title}' does not say which ticket it covers; add covers('ENG-…') behind the title.`,
          ]
        : []),
      ...test.tickets
        .filter((ticket) => !ticketPattern.test(ticket))
        .map((ticket) => `${test.file}: '${ticket}' is not a ticket (${ticketPattern}).`),
      ...(twin === undefined
        ? []
        : [
            `${test.file}: '${test.title}' has the same id as the test in ${twin}; give it a title of its own.`,
          ]),
    ];
  });
}

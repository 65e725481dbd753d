import type { PlannedTest } from '@uat/record';

/**
 * The problems that prevent running a set of specs: tests without a ticket, malformed tickets, duplicate ids. One
 * sentence each, beginning with the place; empty when there are none.
 */
export function specProblems(tests: readonly PlannedTest[], ticketPattern: RegExp): string[] {
  const seen = new Map<string, string>();
  return tests.flatMap((test) => {
    const twin = seen.get(test.id);
    seen.set(test.id, test.file);
    return [
      ...(test.tickets.length === 0
        ? [
            `${test.file}: '${test.title}' does not say which ticket it covers; add covers('ENG-…') after the title.`,
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

/** How surely an error is one of the test's own code. */
export type TestError = 'certain' | 'likely';

/** Errors that no answer of a target can cause. */
const certain = [
  /^ReferenceError: (?!.*\bdynamically imported\b)/,
  /^TypeError: Assignment to constant variable/,
  /^RangeError: Maximum call stack size exceeded/,
  /^Error: expect: Property '.+' not found/,
  // Jest's wording for an expectation that is itself wrong; a wrong received value is the product's.
  /^(?:\w*Error: )?expect\([^]*?\n\n?Matcher error: (?:.*\bexpected\b.* value must|this matcher must not have)/,
];

/** Errors of code that uses a value that is not there, or is of another kind: its own mistake, or an unchecked answer. */
const likely = [
  /^TypeError: .+ is not (?:a function|a constructor|iterable|defined)/,
  /^TypeError: Cannot (?:read|set) propert(?:y|ies) /,
  /^TypeError: Cannot destructure property /,
  /^TypeError: Cannot (?:assign to read only property|add property|convert undefined or null to object)/,
  /^TypeError: Reduce of empty array/,
];

/**
 * Whether an error was thrown by the code of a spec or fixture rather than by an expectation or a request. V8's wording
 * decides; a page's errors start with the call that ran there, and network errors have other messages.
 * @param error Stack, or message with the name of its class.
 */
export function testError(error: string): TestError | undefined {
  if (certain.some((words) => words.test(error))) return 'certain';
  return likely.some((words) => words.test(error)) ? 'likely' : undefined;
}

import { stripVTControlCharacters } from 'node:util';
import type { TestError, TestResult } from '@playwright/test/reporter';

/**
 * Whether time that ran out is all that an attempt failed by: its own, or that of each thing it waited for. Errors cross
 * from the worker as text, so their form tells: that of Playwright's `lib/matchers`, the name of the error, OpenAI's words.
 */
export function ranOutOfTime({ status, errors }: Pick<TestResult, 'status' | 'errors'>): boolean {
  // What fails while Playwright takes such a test down follows from that.
  if (status === 'timedOut') return true;
  return errors.length > 0 && errors.every(isDeadline);
}

function isDeadline({ message = '', cause }: TestError): boolean {
  if (cause !== undefined && isDeadline(cause)) return true;
  const said = stripVTControlCharacters(message);
  if (/^TimeoutError: |^Error: Request timed out\.$/.test(said)) return true;
  if (
    /^- (?:Timeout \d+ms exceeded while waiting on the predicate|Test timeout of \d+ms exceeded)$/m.test(said)
  )
    return true;
  return /^(?:Error: )?expect\((?:locator|page)\)/m.test(said) && /^Timeout: +\d+ms$/m.test(said);
}

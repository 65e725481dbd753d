import { stripVTControlCharacters } from 'node:util';
import type { TestError, TestResult } from '@playwright/test/reporter';

/**
 * Whether deadlines are the only errors of an attempt: its own, or those of what it waited for. Errors arrive from the
 * worker as text, so their wording decides: that of Playwright's `lib/matchers`, the error name, OpenAI's message.
 */
export function ranOutOfTime({ status, errors }: Pick<TestResult, 'status' | 'errors'>): boolean {
  // Errors in the tear-down of a timed-out test are consequences.
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

import type { RunRequest } from '@uat/record';

/** Whether a request selects only some of the tests of its areas. */
export const isFiltered = ({ grep, tickets = [], playwright = [] }: RunRequest) =>
  grep !== undefined || tickets.length > 0 || playwright.length > 0;

import { defineUat } from '@uat/config';

/** Areas that end in known ways; see the folders under suites/. */
export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },
  areas: {
    kept: { title: 'Promises that are kept', browser: false },
    broken: { title: 'Promises that are broken', browser: false, after: ['kept'] },
    'red-smoke': { title: 'A smoke layer that is red', browser: false },
    'behind-red-smoke': { title: 'An area behind it', browser: false, after: ['red-smoke'] },
    'set-up': { title: 'A sign-in before the promise', browser: false },
    granted: { title: 'A promise that needs a grant', browser: false },
    agreed: { title: 'An answer that the contract describes', browser: false },
    leaky: { title: 'Tests that are careless with secrets' },
    accessible: { title: 'Pages that some people cannot use' },
    guarded: { title: 'Errors that nobody asked for' },
    belongings: { title: 'Things made on the target', browser: false },
    endless: { title: 'A test that does not end by itself', browser: false },
    browser: { title: 'A promise to a person' },
    retried: { title: 'A test that is skipped when it is tried again', browser: false },
    hollow: { title: 'An area without specs', browser: false },
    'expected-to-fail': { title: 'A test that is marked to fail', browser: false },
    focused: { title: 'A test that pushes the others aside', browser: false },
    unloadable: { title: 'A spec that throws when it is loaded', browser: false },
    'console-sign-in': { title: 'A sign-in in front of the console' },
    'second-sign-in': { title: 'Two sign-ins of one role', browser: false },
    'two-workers': { title: 'One role in two workers', browser: false },
    dying: { title: 'Workers that end by themselves', browser: false },
    'worker-teardown': { title: 'A worker that cannot clean up', browser: false },
    spinning: { title: 'A test that hears nothing', browser: false },
    busy: { title: 'A test that makes things without end', browser: false },
  },
  lanes: { local: {}, cd: {}, nightly: {} },
  roles: {
    admin: { username: 'KAMIWAZA_USERNAME', password: 'KAMIWAZA_PASSWORD' },
    user: { username: 'UAT_USER_USERNAME', password: 'UAT_USER_PASSWORD', token: 'UAT_USER_TOKEN' },
  },
  targets: { env: { url: { env: 'KAMIWAZA_BASE_URL' } } },
});

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
    endless: { title: 'A test that does not end by itself', browser: false },
    browser: { title: 'A promise to a person' },
  },
  lanes: { local: {}, cd: {}, nightly: {} },
  roles: {
    admin: { username: 'KAMIWAZA_USERNAME', password: 'KAMIWAZA_PASSWORD' },
    user: { token: 'UAT_USER_TOKEN' },
  },
  targets: { env: { url: { env: 'KAMIWAZA_BASE_URL' } } },
});

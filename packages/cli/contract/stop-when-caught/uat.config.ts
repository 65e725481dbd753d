import { defineUat } from '@uat/config';

/** A suite of tests that claim one fault: the quickest overlooks it, all others catch it. */
export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },
  areas: { authnz: { title: 'Many tests where one would do', browser: false } },
  lanes: { local: {}, cd: {}, nightly: {} },
});

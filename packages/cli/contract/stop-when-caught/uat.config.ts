import { defineUat } from '@uat/config';

/** A suite of three tests that claim one fault: the quickest overlooks it, both others catch it. */
export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },
  areas: { authnz: { title: 'Two tests where one would do', browser: false } },
  lanes: { local: {}, cd: {}, nightly: {} },
});

import { defineUat } from '@uat/config';

/** A suite of three tests that claim one seeded fault: the quickest overlooks it, either of the others would do. */
export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },
  areas: { authnz: { title: 'Two tests where one would do', browser: false } },
  lanes: { local: {}, cd: {}, nightly: {} },
});

import { defineUat } from '@uat/config';

export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },
  areas: { careless: { title: 'Specs without a ticket', browser: false } },
  lanes: { local: {}, cd: {}, nightly: {} },
});

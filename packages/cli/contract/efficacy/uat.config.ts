import { defineUat } from '@uat/config';

/** Suites that catch one fault, overlook another, and raise a false alarm. */
export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },
  areas: {
    smoke: { title: 'A smoke layer that notices one defect', browser: false },
    authnz: { title: 'Suites that notice too little and too much', browser: false, after: ['smoke'] },
  },
  lanes: { local: {}, cd: {}, nightly: {} },
});

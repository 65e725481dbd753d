import { defineUat } from '@uat/config';

export default defineUat({
  tickets: { pattern: /^ENG-\d+$/, url: 'https://linear.app/kamiwaza/issue/%s' },

  areas: {
    smoke: { title: 'Smoke', browser: false },
    authnz: { title: 'Authentication and authorization', after: ['smoke'] },
    'model-engine': { title: 'Model engine', after: ['smoke'] },
    installers: { title: 'Installers', target: false, testTimeout: 240 },
  },

  lanes: {
    local: { workers: 2 },
    cd: { workers: 2 },
    nightly: { workers: 2 },
  },

  // Names of environment variables, never values: where a role's credentials are found on an attached target.
  roles: {
    admin: { username: 'KAMIWAZA_USERNAME', password: 'KAMIWAZA_PASSWORD', token: 'KAMIWAZA_API_KEY' },
    user: { username: 'UAT_USER_USERNAME', password: 'UAT_USER_PASSWORD', token: 'UAT_USER_TOKEN' },
    viewer: { username: 'UAT_VIEWER_USERNAME', password: 'UAT_VIEWER_PASSWORD', token: 'UAT_VIEWER_TOKEN' },
  },

  targets: {
    env: { url: { env: 'KAMIWAZA_BASE_URL' } },
  },
});

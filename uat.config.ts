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
    nightly: { workers: 2, retries: 1 },
  },

  // What a change concerns; a file that is in neither list concerns every test.
  selection: {
    contract: 'packages/contract/openapi.json',
    paths: {
      'packages/platform/src/domains/{identity,sessions,tokens,relations,workrooms,security,realm,activity}/**':
        ['authnz'],
      'packages/platform/src/domains/{serving,engine,hub,downloads,models,model-configs,pending-deployments,guide,endpoints}/**':
        ['model-engine'],
      'fixtures/engine/**': ['model-engine'],
      'fixtures/installers/**': ['installers'],
      'packages/{artifacts,hosts}/**': ['installers'],
      'packages/platform/release/**': ['installers'],
      'suites/installers/products/**': ['installers'],
    },
    ignore: [
      '**/*.md',
      '**/*.test.ts',
      '{docs,bench,deploy,tools,.github,tickets}/**',
      'packages/{gatekeeper,linear,efficacy,faults,history,report}/**',
      'packages/cli/contract/**',
      'packages/contract/openapi.yaml',
      '{gate.policy,owners,quarantine,symptoms}.yaml',
      'suites/test-ids.json',
    ],
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

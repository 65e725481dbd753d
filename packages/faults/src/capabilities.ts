/** The capabilities that faults break, by the area whose tests have to notice. */
export const capabilities = {
  authnz: [
    'apps',
    'consent',
    'console-settings',
    'cookies',
    'cross-origin',
    'deactivation',
    'decisions',
    'forward-auth',
    'keys',
    'model-permissions',
    'passwords',
    'personal-access-tokens',
    'policy',
    'redirects',
    'refresh',
    'relations',
    'roles',
    'sessions',
    'sign-in',
    'sign-out',
    'tokens',
    'users',
    'workrooms',
  ],
  'model-engine': [
    'back-pressure',
    'deploy-after-download',
    'deployment-failures',
    'deployments',
    'downloads',
    'embeddings',
    'endpoint-secrets',
    'endpoints',
    'estimates',
    'guide',
    'health',
    'hub-search',
    'inference',
    'input-validation',
    'model-access',
    'model-files',
    'replicas',
    'serving-permissions',
    'streaming',
  ],
  installers: [
    'downgrade',
    'failed-installs',
    'ownership',
    'permissions',
    'removal',
    'residue',
    'secrets',
    'settings',
    'signature',
    'unattended-installs',
    'upgrade',
  ],
} as const;

export type Area = keyof typeof capabilities;
export type Capability = (typeof capabilities)[Area][number];

/** The area whose tests have to notice when a capability breaks. */
export function areaOf(capability: Capability): Area {
  const areas = Object.keys(capabilities) as Area[];
  const found = areas.find((area) => (capabilities[area] as readonly Capability[]).includes(capability));
  if (found === undefined) throw new Error(`No area has the capability '${capability}'.`);
  return found;
}

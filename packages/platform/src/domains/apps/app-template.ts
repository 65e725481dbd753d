/** The only template of the App Garden. Its id is fixed, so that deployments find it after a restart. */
export const appTemplate = {
  id: '5b1f2c56-6f6a-4d9a-9d3c-0e3f9a7c1b20',
  name: 'current-identity',
  display_name: 'Current Identity',
  version: '1.0.0',
  description: 'Shows the identity of the caller, as told by the gateway.',
  source_type: 'kamiwaza',
  visibility: 'public',
  template_type: 'app',
  category: 'diagnostics',
  tags: ['Official'],
  risk_tier: 0,
  verified: true,
  compose_yml: 'services:\n  web:\n    image: current-identity:1.0.0\n',
  created_at: '2026-01-01T00:00:00.000Z',
} as const;

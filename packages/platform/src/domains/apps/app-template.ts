/** The one template of the App Garden. Its id never changes, so that a deployment finds it after a restart. */
export const appTemplate = {
  id: '5b1f2c56-6f6a-4d9a-9d3c-0e3f9a7c1b20',
  name: 'who-is-asking',
  display_name: 'Who Is Asking',
  version: '1.0.0',
  description: 'Says who is asking, as the gateway has told it.',
  source_type: 'kamiwaza',
  visibility: 'public',
  template_type: 'app',
  category: 'diagnostics',
  tags: ['Official'],
  risk_tier: 0,
  verified: true,
  compose_yml: 'services:\n  web:\n    image: who-is-asking:1.0.0\n',
  created_at: '2026-01-01T00:00:00.000Z',
} as const;

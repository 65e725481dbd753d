import { defineFault } from '../../src/define-fault.ts';

export const defaultAudienceWrong = defineFault({
  id: 'A3b',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token made without naming an audience is refused everywhere.',
  source: 'SDK docs-local/00-server-defects.md',
  reverts: 'that the default audience is this platform',
  install({ services }) {
    services.tokens.patRules = { ...services.tokens.patRules, default_audience: 'account' };
  },
});

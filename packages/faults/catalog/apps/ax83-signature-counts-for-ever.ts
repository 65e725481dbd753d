import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX83',
  area: 'authnz',
  sentence: 'Whoever once saw the signed identity of somebody can be them at an app for ever.',
  source: 'Ours: what the signed timestamp is there for',
  reverts: 'that an app refuses a signature of long ago',
  install({ parts }) {
    parts.apps.believes = (headers, secret) =>
      headers['x-user-signature'] === parts.identitySignature(headers, secret);
  },
};

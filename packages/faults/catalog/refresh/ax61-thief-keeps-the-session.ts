import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX61',
  area: 'authnz',
  sentence: 'When a refresh token comes back the sign-in goes on, and the thief with it.',
  source: 'Ours: refusing the second use is only half of the answer',
  reverts: 'that a refresh token in two hands ends the whole sign-in',
  install({ parts }) {
    const realm = parts.realm.bind(parts);
    parts.realm = async () => (await realm()).removeAllListeners('grant.revoked');
  },
};

import { defineFault } from '../../src/define-fault.ts';

export const wrongLifetimeAnnounced = defineFault({
  id: 'AX63',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A sign-in says that its token lives twice as long as it does.',
  source: 'Ours: clients refresh by this number, and would be signed out in between',
  reverts: 'that expires_in is the lifetime of the token',
  install({ services }) {
    const { requestTokens } = services.realm;
    services.realm.requestTokens = async (parameters) => {
      const answer = await requestTokens(parameters);
      if (answer.kind === 'refused') return answer;
      return { kind: 'granted', tokens: { ...answer.tokens, expires_in: answer.tokens.expires_in * 2 } };
    };
  },
});

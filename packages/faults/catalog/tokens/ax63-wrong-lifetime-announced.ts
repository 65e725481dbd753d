import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX63',
  area: 'authnz',
  sentence: 'A sign-in says that its token lives twice as long as it does.',
  source: 'Ours: clients refresh by this number, and would be signed out in between',
  reverts: 'that expires_in is the lifetime of the token',
  install({ parts }) {
    const { requestTokens } = parts;
    parts.requestTokens = async (parameters) => {
      const answer = await requestTokens(parameters);
      if (answer.kind === 'refused') return answer;
      return { kind: 'granted', tokens: { ...answer.tokens, expires_in: answer.tokens.expires_in * 2 } };
    };
  },
};

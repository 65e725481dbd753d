import { defineFault } from '../../src/define-fault.ts';
import { verifyWith } from '../../inject/service/verify-with.ts';

export const personalTokenNeverExpires = defineFault({
  id: 'AX68c',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token works after it has expired.',
  source: 'Ours: tokens that are kept in a table tempt to ask the table only',
  reverts: 'that a personal access token ends when it says',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const claims = await verifyToken(token);
      if (claims) return claims;
      const { issuer, audience } = services.tokens.expectations;
      const expired = await verifyWith(services, token, { issuer, audience, currentDate: new Date(0) });
      return expired?.typ === 'PAT' ? expired : undefined;
    };
  },
});

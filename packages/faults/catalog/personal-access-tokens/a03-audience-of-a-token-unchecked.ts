import { defineFault } from '../../src/define-fault.ts';
import { verifyWith } from '../../inject/service/verify-with.ts';

export const audienceOfATokenUnchecked = defineFault({
  id: 'A3',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'A personal access token issued for another platform works on this one.',
  source: 'SDK docs-local/00-server-defects.md',
  reverts: 'that a token counts only for the platform it was made for',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const claims = await verifyToken(token);
      if (claims) return claims;
      const { issuer } = services.tokens.expectations;
      const foreign = await verifyWith(services, token, { issuer });
      return foreign?.typ === 'PAT' ? foreign : undefined;
    };
  },
});

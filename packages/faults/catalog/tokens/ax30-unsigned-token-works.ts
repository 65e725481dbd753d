import { defineFault } from '../../src/define-fault.ts';
import { claimsIn } from '../../inject/service/claims-in.ts';
import { headerOf } from '../../inject/service/header-of.ts';

export const unsignedTokenWorks = defineFault({
  id: 'AX30',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token that says it needs no signature is believed.',
  source: 'Ours: the best known mistake of JWT libraries',
  reverts: 'that only signed tokens count',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) =>
      headerOf(token).alg?.toLowerCase() === 'none' ? claimsIn(token) : verifyToken(token);
  },
});

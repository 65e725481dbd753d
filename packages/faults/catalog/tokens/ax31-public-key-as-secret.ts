import { defineFault } from '../../src/define-fault.ts';
import { claimsIn } from '../../inject/service/claims-in.ts';
import { compactVerify } from 'jose';
import { createPublicKey } from 'node:crypto';
import { headerOf } from '../../inject/service/header-of.ts';

export const publicKeyAsSecret = defineFault({
  id: 'AX31',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token signed with the public key as a shared secret is believed.',
  source: 'Ours: follows when a token may choose its algorithm',
  reverts: 'that the algorithm is ours to choose',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const { alg, kid } = headerOf(token);
      const key = services.keys.published.find((one) => one.kid === kid);
      if (alg !== 'HS256' || !key) return verifyToken(token);
      const { kty, n, e } = key;
      const pem = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({
        type: 'spki',
        format: 'pem',
      });
      for (const secret of [pem.toString(), JSON.stringify(key)]) {
        const proved = await compactVerify(token, Buffer.from(secret)).catch(() => undefined);
        if (proved) return claimsIn(token);
      }
      return undefined;
    };
  },
});

import { defineFault } from '../../src/define-fault.ts';
import { claimsIn } from '../../inject/service/claims-in.ts';
import { compactVerify, importJWK, importX509 } from 'jose';
import { headerOf } from '../../inject/service/header-of.ts';

export const tokenBringsItsKey = defineFault({
  id: 'AX32',
  capability: 'tokens',
  layer: 'service',
  sentence: 'A token is verified with the key that it carries, so anyone can sign one.',
  source: 'Ours: what a library does that takes jwk, jku and x5c for granted',
  reverts: 'that keys come from the key set and from nowhere else',
  install({ services }) {
    const { verify: verifyToken } = services.tokens;
    services.tokens.verify = async (token) => {
      const { jwk, jku, x5c } = headerOf(token);
      if (jwk === undefined && jku === undefined && x5c === undefined) return verifyToken(token);
      const key = await broughtKey(token);
      const proved = key && (await compactVerify(token, key).catch(() => undefined));
      return proved && claimsIn(token);
    };
  },
});

async function broughtKey(token: string) {
  const { jwk, jku, x5c } = headerOf(token);
  if (jwk) return importJWK(jwk, 'RS256');
  if (x5c?.[0])
    return importX509(`-----BEGIN CERTIFICATE-----\n${x5c[0]}\n-----END CERTIFICATE-----`, 'RS256');
  if (jku === undefined) return undefined;
  const { keys } = (await (await fetch(jku)).json()) as { keys: JsonWebKey[] };
  return importJWK({ kty: 'RSA', ...keys[0] }, 'RS256');
}

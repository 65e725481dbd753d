import { defineFault } from '../../src/define-fault.ts';

export const roleOfTheToken = defineFault({
  id: 'AX54',
  capability: 'roles',
  layer: 'service',
  sentence: 'A revoked role works until the session ends.',
  source: 'Roles are read from the token alone',
  reverts: 'that a session has no role that its user has no longer',
  install({ services }) {
    const { identify } = services.gateway;
    services.gateway.identify = async (token) => {
      const identity = await identify(token);
      if (identity?.kind !== 'session' || token === undefined) return identity;
      const claims = await services.tokens.verify(token);
      return claims ? { ...identity, roles: claims.realm_access.roles } : identity;
    };
  },
});

import { defineFault } from '../../src/define-fault.ts';

export const roleOfThePersonalToken = defineFault({
  id: 'AX54b',
  capability: 'roles',
  layer: 'service',
  sentence: 'A personal access token keeps the roles its owner had when it was made.',
  source: 'Roles are read from the token alone, and this one lives for a month',
  reverts: 'that a token has no role that its owner has no longer',
  install({ services }) {
    const { identify } = services.gateway;
    services.gateway.identify = async (token) => {
      const identity = await identify(token);
      if (identity?.kind !== 'pat' || token === undefined) return identity;
      const claims = await services.tokens.verify(token);
      return claims ? { ...identity, roles: claims.realm_access.roles } : identity;
    };
  },
});

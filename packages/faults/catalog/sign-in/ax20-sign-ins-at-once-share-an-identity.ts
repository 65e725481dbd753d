import { defineFault } from '../../src/define-fault.ts';

export const signInsAtOnceShareAnIdentity = defineFault({
  id: 'AX20',
  capability: 'sign-in',
  layer: 'service',
  sentence: 'Of two users who sign in at the same moment, the second becomes the first.',
  source: 'The same mistake as A28 on the side of the platform: one promise for all who ask at once',
  reverts: 'that each name and password is checked for itself',
  install({ services }) {
    const { authenticate } = services.identity;
    let inProgress: ReturnType<typeof authenticate> | undefined;
    services.identity.authenticate = (username, password) => {
      inProgress ??= authenticate(username, password).finally(() => (inProgress = undefined));
      return inProgress;
    };
  },
});

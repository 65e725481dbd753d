import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX20',
  area: 'authnz',
  sentence: 'Of two people who sign in at the same moment the second becomes the first.',
  source: 'The same mistake as A28 on the side of the platform: one promise for all who ask at once',
  reverts: 'that each name and password is checked for itself',
  install({ parts }) {
    const { authenticate } = parts;
    let underWay: ReturnType<typeof authenticate> | undefined;
    parts.authenticate = (username, password) => {
      underWay ??= authenticate(username, password).finally(() => (underWay = undefined));
      return underWay;
    };
  },
};

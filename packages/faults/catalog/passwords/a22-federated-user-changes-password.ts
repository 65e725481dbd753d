import { currentRequest } from '../../inject/service/current-request.ts';
import { defineFault } from '../../src/define-fault.ts';

export const federatedUserChangesPassword = defineFault({
  id: 'A22',
  capability: 'passwords',
  layer: 'service',
  sentence: 'A user who signs in through another identity provider can change a password here.',
  source: 'Kamiwaza API document 1.2.0: 403 for SSO users',
  reverts: 'that a password is changed where it is kept',
  install({ services, http }) {
    const request = currentRequest(http);
    const { byId } = services.store.users;
    services.store.users.byId = (id) => {
      const user = byId(id);
      const isAboutPasswords = request()?.url.includes('/password') === true;
      return user && isAboutPasswords ? { ...user, external: false } : user;
    };
  },
});

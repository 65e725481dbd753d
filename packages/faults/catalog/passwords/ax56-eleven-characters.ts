import { defineFault } from '../../src/define-fault.ts';
import { z } from 'zod';

export const elevenCharacters = defineFault({
  id: 'AX56',
  capability: 'passwords',
  layer: 'service',
  sentence: 'A password of eleven characters is accepted.',
  source: 'Kamiwaza documentation, security/admin-guide.md: twelve',
  reverts: 'that a password has at least twelve characters',
  install({ services }) {
    services.identity.newPassword = z.string().min(11);
  },
});

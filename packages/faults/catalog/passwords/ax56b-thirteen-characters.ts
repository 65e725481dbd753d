import { defineFault } from '../../src/define-fault.ts';
import { z } from 'zod';

export const thirteenCharacters = defineFault({
  id: 'AX56b',
  capability: 'passwords',
  layer: 'service',
  sentence: 'A password of twelve characters is refused.',
  source: 'Kamiwaza documentation, security/admin-guide.md: twelve',
  reverts: 'that twelve characters are enough',
  install({ services }) {
    services.identity.newPassword = z.string().min(13);
  },
});

import type { Regression } from './regression.ts';
import { z } from 'zod';

export const regression: Regression = {
  id: 'AX56b',
  area: 'authnz',
  sentence: 'A password of twelve characters is refused.',
  source: 'Kamiwaza documentation, security/admin-guide.md: twelve',
  reverts: 'that twelve characters are enough',
  install({ parts }) {
    parts.newPassword = z.string().min(13);
  },
};

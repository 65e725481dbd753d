import type { Regression } from './regression.ts';
import { z } from 'zod';

export const regression: Regression = {
  id: 'AX56',
  area: 'authnz',
  sentence: 'A password of eleven characters is taken.',
  source: 'Kamiwaza documentation, security/admin-guide.md: twelve',
  reverts: 'that a password has at least twelve characters',
  install({ parts }) {
    parts.newPassword = z.string().min(11);
  },
};

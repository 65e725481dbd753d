import { z } from 'zod';

/** Schema of a new password: at least twelve characters, the product's documented policy. */
export const newPassword = z.string().min(12);

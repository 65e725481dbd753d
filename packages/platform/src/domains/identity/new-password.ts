import { z } from 'zod';

/** A password as people choose one: twelve characters and no other rule, which is the product's documented policy. */
export const newPassword = z.string().min(12);

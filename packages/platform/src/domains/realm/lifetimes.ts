/** Lifetimes in seconds, those the product documents. */
export const lifetimes = {
  access: 3_600,
  refresh: 30 * 86_400,
  browserSession: 10 * 3_600,
  interaction: 1_800,
};

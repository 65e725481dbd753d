/** Modification time of packaged files, in seconds since 1970: `SOURCE_DATE_EPOCH`, or a constant. */
export function buildTime(env: NodeJS.ProcessEnv = process.env): number {
  const asked = env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d+$/.test(asked) ? Number(asked) : Date.UTC(2026, 0, 1) / 1000;
}

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** A size in decimal units, as on hubs: `4.92 GB`. */
export function sizeText(bytes: number | null | undefined): string {
  if (bytes == null || !Number.isFinite(bytes) || bytes < 0) return 'unknown size';
  let amount = bytes;
  let unit = 0;
  // "1000.00 KB" becomes a megabyte.
  while (amount >= 999.995 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? amount : amount.toFixed(2)} ${units[unit]}`;
}

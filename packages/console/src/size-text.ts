const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** A size in bytes as hubs write it: in powers of a thousand, `4.92 GB`. */
export function sizeText(bytes: number | null | undefined): string {
  if (bytes == null || !Number.isFinite(bytes) || bytes < 0) return 'unknown size';
  let amount = bytes;
  let unit = 0;
  // What would be written as "1000.00 KB" is a megabyte already.
  while (amount >= 999.995 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? amount : amount.toFixed(2)} ${units[unit]}`;
}

/** The part of a file of `size` bytes in a Range header: its first byte, and the one after its last. */
export function byteRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'whole' | 'impossible' {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  // An invalid range is ignored (RFC 9110 §14.2).
  if (!match || (first === '' && last === '')) return 'whole';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  return start < end ? { start, end } : 'impossible';
}

/** Results of SQLite for a damaged file: SQLITE_CORRUPT, and SQLITE_NOTADB for one that is no database at all. */
const damages: ReadonlySet<number> = new Set([11, 26]);

/** Whether an error, or its cause, says that a SQLite file is damaged or not a database. */
export function isDamaged(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { errcode } = error as { errcode?: unknown };
  // The low byte; the others tell variants apart.
  return (typeof errcode === 'number' && damages.has(errcode & 0xff)) || isDamaged(error.cause);
}

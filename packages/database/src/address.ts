/** Whether an address is the URL of a PostgreSQL database; otherwise it is the path of a SQLite file. */
export function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(address);
}

/** The address of a database for a message: without password and parameters, either of which may be a secret. */
export function withoutPassword(address: string): string {
  if (!/^\w+:\/\//.test(address)) return address;
  const url = URL.parse(address);
  if (url === null) return 'a malformed URL';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}

/** The id of a test, also of one of its repetitions (`--repeat-each`): `authnz/tokens#title~2` → `authnz/tokens#title`. */
export function testOf(id: string): string {
  return id.replace(/~\d+$/, '');
}

/** Values of GitHub's contexts by their full names: `steps.plan.outputs.shards`. */
export type Contexts = Record<string, string>;

/** A text with its expressions replaced. */
export function expanded(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.+?)\}\}/g, (_whole, expression: string) => valueOf(expression, contexts));
}

/** The part of GitHub's expressions that our workflows use; unset values are empty, as on GitHub. */
export function valueOf(expression: string, contexts: Contexts): string {
  const [head = '', ...others] = expression.split('||');
  if (others.length > 0) return valueOf(head, contexts) || valueOf(others.join('||'), contexts);
  const [first = '', ...rest] = head.split('&&');
  if (rest.length > 0) return valueOf(first, contexts) && valueOf(rest.join('&&'), contexts);
  const [left = '', right] = first.split('==').map((side) => side.trim());
  if (right !== undefined) return valueOf(left, contexts) === right.replaceAll("'", '') ? 'true' : '';
  const { inner } = /^fromJSON\((?<inner>.+)\)$/.exec(left)?.groups ?? {};
  if (inner !== undefined) return valueOf(inner, contexts);
  const { literal } = /^'(?<literal>.*)'$/.exec(left)?.groups ?? {};
  return literal ?? contexts[left] ?? '';
}

/** Values as a context. */
export function prefixed(context: string, values: Contexts): Contexts {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${context}.${name}`, value]));
}

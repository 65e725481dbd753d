import { roles } from '@uat/config';
import { parseSync } from 'oxc-parser';

interface Node {
  type: string;
  start: number;
  property?: unknown;
  name?: unknown;
  [field: string]: unknown;
}

type Actor = (typeof actors)[number];
const actors = [...roles, 'anonymous'] as const;

/** Fixtures whose first argument is the acting role. */
const acting = new Set(['as', 'consoleAs', 'account', 'user', 'freshUser']);

/**
 * The roles that each test of a spec acts in, by its line and title (tests from one table share a line). They are read
 * from the source: from `as('viewer')`, also in a function that the test calls, or from the test's row in a table.
 */
export function rolesInSpec(file: string, source: string): (line: number, title: string) => Actor[] {
  const { program } = parseSync(file, source);
  const nodes = [...descendants(program)];
  const lineOf = (start: number) => source.slice(0, start).split('\n').length;
  const functions = new Map(nodes.flatMap((node) => named(node)));
  const rows = nodes.filter(({ type }) => type === 'ObjectExpression').map(literalsOf);

  const rolesIn = (root: Node, title: string, seen: ReadonlySet<Node>): Actor[] =>
    [...descendants(root)].flatMap((node) => {
      const callee = node['callee'];
      if (node.type !== 'CallExpression' || !isNode(callee)) return [];
      const name = nameOf(callee);
      const called = callee.type === 'Identifier' ? functions.get(name) : undefined;
      if (called !== undefined && !seen.has(called))
        return rolesIn(called, title, new Set([...seen, called]));
      const [first] = node['arguments'] as Node[];
      if (first === undefined || !acting.has(name)) return [];
      const written = first.type === 'Literal' ? first['value'] : rowOf(title)?.get(nameOf(first));
      return actors.filter((role) => role === written);
    });
  const rowOf = (title: string) => rows.find((row) => [...row.values()].includes(title));

  const tests = nodes.filter(
    ({ type, callee }) => type === 'CallExpression' && isNode(callee) && nameOf(callee) === 'test',
  );
  return (line, title) => {
    const test = tests.find(({ start }) => lineOf(start) === line);
    if (test === undefined) throw new Error(`${file}:${line} is not a test`);
    const found = rolesIn(test, title, new Set());
    return actors.filter((role) => found.includes(role));
  };
}

function* descendants(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* descendants(one);
  if (!isNode(value)) return;
  yield value;
  for (const one of Object.values(value)) yield* descendants(one);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The last name of a callee: `as` of `as`, `user` of `data.user`. */
function nameOf(node: Node): string {
  const { property, name } = node;
  if (node.type === 'MemberExpression' && isNode(property)) return nameOf(property);
  return typeof name === 'string' ? name : '';
}

/** A named function and its name, from a declaration or a variable. */
function named(node: Node): [string, Node][] {
  const [id, init] = [node['id'], node['init']];
  if (!isNode(id)) return [];
  if (node.type === 'FunctionDeclaration') return [[nameOf(id), node]];
  const isFunction = isNode(init) && ['ArrowFunctionExpression', 'FunctionExpression'].includes(init.type);
  return node.type === 'VariableDeclarator' && isFunction ? [[nameOf(id), init]] : [];
}

/** The literal values of an object expression, by key. */
function literalsOf(object: Node): Map<string, unknown> {
  return new Map(
    (object['properties'] as Node[]).flatMap(({ key, value }) =>
      isNode(key) && isNode(value) && value.type === 'Literal' ? [[nameOf(key), value['value']]] : [],
    ),
  );
}

/** Style rules for specs, as a plugin of oxlint. Each message says how to fix the problem. */

interface Node {
  type: string;
  [key: string]: unknown;
}

interface Context {
  report(problem: { node: Node; message: string }): void;
}

const isCall = (node: unknown, name: string): node is Node & { arguments: Node[] } =>
  isNode(node) && node.type === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === name;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** `test(title, covers(…), body)`: a test without a ticket is evidence of nothing. */
const covers = {
  create: (context: Context) => ({
    CallExpression(node: Node) {
      if (!isCall(node, 'test') || isCall(node.arguments[1], 'covers')) return;
      context.report({ node, message: "Put covers('ENG-…') between the title and the body of the test." });
    },
  }),
};

/** A title is a literal, or the words of a table's row: an interpolated one breaks its history and cannot be searched. */
const literalTitle = {
  create: (context: Context) => ({
    CallExpression(node: Node) {
      const title = isCall(node, 'test') ? node.arguments[0] : undefined;
      if (title === undefined || title.type === 'Literal') return;
      const rowsOwnWords = title.type === 'Identifier' || title.type === 'MemberExpression';
      if (!rowsOwnWords) {
        context.report({
          node: title,
          message: 'Write the title out, or as a field of the row in the table.',
        });
      }
    },
  }),
};

/** A test is a straight line: a branch would be a second test. */
const straightLine = {
  create(context: Context) {
    const forbid = (node: Node) =>
      context.report({
        node,
        message: 'A test has no branches: write two tests, or move the logic into a fixture.',
      });
    return {
      TryStatement: forbid,
      IfStatement: forbid,
      SwitchStatement: forbid,
      ConditionalExpression: forbid,
    };
  },
};

export default {
  meta: { name: 'uat' },
  rules: { covers, 'literal-title': literalTitle, 'straight-line': straightLine },
};

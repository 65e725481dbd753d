import type { LinearRecord } from '../world/record.ts';
import { inputError, notBuilt } from './api-error.ts';
import { matchesFilter, type ReadField } from './matches-filter.ts';

/** A page of items, in the form of a GraphQL connection. */
export interface Connection {
  readonly nodes: readonly LinearRecord[];
  readonly edges: readonly { readonly cursor: string; readonly node: LinearRecord }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const mostPerPage = 250;

/** The requested page: filtered, newest first by `orderBy`, without archived items unless requested. */
export function connection(
  records: readonly LinearRecord[],
  args: Readonly<Record<string, unknown>>,
  read: ReadField,
): Connection {
  for (const name of ['before', 'last', 'sort']) {
    if (args[name] != null) throw notBuilt(`argument ${name}`);
  }
  const first = args['first'] ?? 50;
  if (typeof first !== 'number' || first < 1 || first > mostPerPage) {
    throw inputError('Argument Validation Error', `first must be between 1 and ${mostPerPage}.`);
  }
  const by = args['orderBy'] === 'updatedAt' ? 'updatedAt' : 'createdAt';
  const fitting = records
    .filter(({ archivedAt }) => archivedAt === null || args['includeArchived'] === true)
    .filter((record) => matchesFilter(record, args['filter'], read))
    .toSorted((a, b) => Date.parse(b[by]) - Date.parse(a[by]) || (a.id < b.id ? -1 : 1));

  const { after } = args;
  const start = typeof after === 'string' ? placeAfter(fitting, after, by) : 0;
  const nodes = fitting.slice(start, start + first);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node, by), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: start + first < fitting.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf(record: LinearRecord, by: 'createdAt' | 'updatedAt'): string {
  return `${record[by]}~${record.id}`;
}

/** A cursor is a position in the order, not an item, which may have moved since. */
function placeAfter(sorted: readonly LinearRecord[], cursor: string, by: 'createdAt' | 'updatedAt'): number {
  const [time = '', id = ''] = cursor.split('~');
  const at = Date.parse(time);
  if (Number.isNaN(at)) throw inputError('Argument Validation Error', 'after is not a cursor.');
  const place = sorted.findIndex((record) => {
    const own = Date.parse(record[by]);
    return own < at || (own === at && record.id > id);
  });
  return place === -1 ? sorted.length : place;
}

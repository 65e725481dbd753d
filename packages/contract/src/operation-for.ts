import type { Contract } from './contract.ts';
import type { Operation } from './operations.ts';

/**
 * The operation of a request, or undefined. `path` may be a template or an actual path, with or without the server's
 * prefix (`/api`) and a query. A literal segment takes precedence over a parameter.
 */
export function operationFor(contract: Contract, method: string, path: string): Operation | undefined {
  const verb = method.toUpperCase();
  const bare = withoutPrefix(contract, path);
  return (
    contract.operations.get(`${verb} ${bare}`) ??
    operationsAt(contract, bare).find((one) => one.method === verb)
  );
}

/** All operations whose template matches the path, those with the fewest parameters first. */
export function operationsAt(contract: Contract, path: string): readonly Operation[] {
  const bare = withoutPrefix(contract, path);
  return [...contract.operations.values()]
    .filter((operation) => operation.path === bare || patternOf(operation).test(bare))
    .toSorted((a, b) => parameterCount(a.path) - parameterCount(b.path));
}

function withoutPrefix(contract: Contract, path: string): string {
  const [pathname = ''] = path.split(/[?#]/);
  for (const { url } of contract.document.servers ?? []) {
    const prefix = url.replace(/\/+$/, '');
    if (prefix.startsWith('/') && pathname.startsWith(`${prefix}/`)) return pathname.slice(prefix.length);
  }
  return pathname;
}

const parameterCount = (template: string): number => template.split('{').length - 1;

function patternOf({ path, greedy }: Operation): RegExp {
  const pattern = path
    .split(/\{[^}]+\}/)
    .map((literal) => RegExp.escape(literal))
    .join('[^/]+');
  return new RegExp(greedy ? `^${pattern.slice(0, -'[^/]+'.length)}.+$` : `^${pattern}$`);
}

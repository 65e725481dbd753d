import type { Contract } from './contract.ts';
import type { Operation } from './operations.ts';

/**
 * The operation a request belongs to, or undefined. `path` may be a template or a real path, with or without the
 * server's prefix (`/api`) and a query. A literal segment wins over a parameter.
 */
export function operationFor(contract: Contract, method: string, path: string): Operation | undefined {
  const verb = method.toUpperCase();
  const bare = withoutPrefix(contract, path);
  return (
    contract.operations.get(`${verb} ${bare}`) ??
    operationsAt(contract, bare).find((one) => one.method === verb)
  );
}

/** Every operation whose template fits the path, most literal first. */
export function operationsAt(contract: Contract, path: string): readonly Operation[] {
  const bare = withoutPrefix(contract, path);
  return [...contract.operations.values()]
    .filter((operation) => operation.path === bare || patternOf(operation).test(bare))
    .toSorted((a, b) => parametersIn(a.path) - parametersIn(b.path));
}

function withoutPrefix(contract: Contract, path: string): string {
  const [pathname = ''] = path.split(/[?#]/);
  for (const { url } of contract.document.servers ?? []) {
    const prefix = url.replace(/\/+$/, '');
    if (prefix.startsWith('/') && pathname.startsWith(`${prefix}/`)) return pathname.slice(prefix.length);
  }
  return pathname;
}

const parametersIn = (template: string): number => template.split('{').length - 1;

function patternOf({ path, greedy }: Operation): RegExp {
  const pattern = path
    .split(/\{[^}]+\}/)
    .map((literal) => RegExp.escape(literal))
    .join('[^/]+');
  return new RegExp(greedy ? `^${pattern.slice(0, -'[^/]+'.length)}.+$` : `^${pattern}$`);
}

import { type Contract, operationFor } from '@uat/contract';
import { promiseOf, type RunState } from '@uat/record';

/**
 * The operations of the contract that each test used in earlier runs, by the id of the test without its product. A
 * function that gives `undefined` for a test that no run recorded.
 */
export function recordedOperations(
  runs: readonly RunState[],
  contract: Contract,
): (test: string) => ReadonlySet<string> | undefined {
  const used = new Map<string, Set<string>>();
  const known = new Map<string, string | undefined>();
  const operationOf = (method: string, url: string) => {
    const request = `${method} ${url}`;
    if (!known.has(request)) known.set(request, operationFor(contract, method, url)?.operationId);
    return known.get(request);
  };
  for (const { id, steps } of runs.flatMap(({ attempts }) => [...attempts.values()].flat())) {
    const operations = used.get(promiseOf(id)) ?? new Set<string>();
    used.set(promiseOf(id), operations);
    for (const { title } of steps) {
      const { method = '', url = '' } = request.exec(title)?.groups ?? {};
      const operation = method === '' ? undefined : operationOf(method, url);
      if (operation !== undefined) operations.add(operation);
    }
  }
  return (test) => used.get(test);
}

/** A step in which a client sends a request: `user requests GET /api/auth/users/me`. */
const request = / requests (?<method>[A-Z]+) (?<url>\/\S*)/;

/** A package, or a folder that counts as one. */
export interface GraphPackage {
  name: string;
  description: string;
  wing: Wing;
}

export const wings = ['specs', 'intent', 'harness', 'target'] as const;
export type Wing = (typeof wings)[number];

/** Names of the imported packages, by the name of the importing one. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** The packages whose names a source imports, as `import … from '@uat/name'` or `import('@uat/name')`. */
export function importedPackages(source: string): string[] {
  const imports = source.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'@uat\/(?<name>[a-z-]+)(?:\/[\w-]+)*'/gm);
  return [...new Set([...imports].flatMap(({ groups }) => groups?.['name'] ?? []))];
}

/**
 * The imports that no longer path implies: `cli → core` is left out where `cli → runner → core` exists.
 * @throws Error when packages import one another in a circle.
 */
export function reducedImports(imports: Imports): Map<string, string[]> {
  const reachable = new Map<string, ReadonlySet<string>>();
  const reach = (name: string, path: readonly string[]): ReadonlySet<string> => {
    if (path.includes(name)) throw new Error(`Packages import one another: ${[...path, name].join(' → ')}`);
    const known = reachable.get(name);
    if (known !== undefined) return known;
    const direct = [...(imports.get(name) ?? [])];
    const all = new Set(direct.flatMap((next) => [next, ...reach(next, [...path, name])]));
    reachable.set(name, all);
    return all;
  };
  return new Map(
    [...imports].map(([name, direct]) => {
      reach(name, []);
      const implied = new Set([...direct].flatMap((next) => [...(reachable.get(next) ?? [])]));
      return [name, [...direct].filter((next) => !implied.has(next)).toSorted()];
    }),
  );
}

import type { Statement, TSType, TSTypeName } from 'oxc-parser';
import { parseSync } from 'oxc-parser';

/** A type as written in the package's declarations. */
type Declared =
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly parents: readonly string[] }
  | { readonly kind: 'union'; readonly of: readonly string[] }
  | { readonly kind: 'enum'; readonly values: readonly string[] };

interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TSType;
}

/** Names that the generator of the declarations spells in its own way; every other name is the schema's. */
const renamed: Readonly<Record<string, string>> = { IdComparator: 'IDComparator' };

/** A bundler marks the second type of the same name with `$1`. */
const schemaName = (declared: string) => {
  const plain = declared.replace(/\$\d+$/, '');
  return renamed[plain] ?? plain;
};

const builtIn = new Set(['ID', 'String', 'Boolean', 'Int', 'Float']);

/**
 * Derives the GraphQL schema (SDL) from which a generated declaration file of `@linear/sdk` was made: all types
 * reachable
 * from `Query`, `Mutation` and extra roots. The declarations lack default values, directives and run-time checks.
 * @throws Error when the declarations no longer look as expected, naming what was not understood.
 */
export function schemaFromTypes(source: string, extraRoots: readonly string[] = []): string {
  const { program, errors } = parseSync('sdk.d.mts', source, { lang: 'dts' });
  if (errors.length > 0)
    throw new Error(`The declarations of @linear/sdk do not parse: ${errors[0]?.message}`);
  const declared = declaredTypes(program.body);
  if (!declared.has('Query') || !declared.has('Mutation')) {
    throw new Error(
      'The declarations of @linear/sdk contain no types Query and Mutation: its layout has changed, adapt schema-from-types.ts.',
    );
  }

  const missing = extraRoots.find((name) => !declared.has(name));
  if (missing !== undefined) throw new Error(`The declarations of @linear/sdk contain no type ${missing}.`);

  const byLowerName = new Map([...declared.keys()].map((name) => [name.toLowerCase(), name]));
  const children = new Map<string, string[]>();
  for (const [name, type] of declared) {
    if (type.kind !== 'object') continue;
    for (const parent of type.parents) children.set(parent, [...(children.get(parent) ?? []), name]);
  }

  const scalars = new Set<string>();
  const written = new Map<string, string>();
  const waiting: { name: string; as: 'output' | 'input' }[] = [
    { name: 'Query', as: 'output' },
    { name: 'Mutation', as: 'output' },
    ...extraRoots.map((name) => ({ name, as: 'output' as const })),
  ];

  const typeText = (type: TSType, optional: boolean, as: 'output' | 'input'): string => {
    if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
      const { name } = type.typeName;
      const [inner] = type.typeArguments?.params ?? [];
      if ((name === 'Maybe' || name === 'InputMaybe') && inner !== undefined)
        return typeText(inner, true, as);
      if (name === 'Array' && inner !== undefined)
        return `[${typeText(inner, false, as)}]${optional ? '' : '!'}`;
      if (!declared.has(name))
        throw new Error(`The declarations of @linear/sdk use a type ${name} without declaring it.`);
      waiting.push({ name, as });
      return `${schemaName(name)}${optional ? '' : '!'}`;
    }
    const scalar = scalarName(type);
    if (scalar === undefined) {
      throw new Error(
        `The declarations of @linear/sdk contain a ${type.type} where a field's type was expected.`,
      );
    }
    if (!builtIn.has(scalar)) scalars.add(scalar);
    return `${scalar}${optional ? '' : '!'}`;
  };

  const argumentsText = (owner: string, field: string): string => {
    const name = byLowerName.get(`${owner}${field}Args`.toLowerCase());
    const args = name === undefined ? undefined : declared.get(name);
    if (args?.kind !== 'object') return '';
    return `(${args.members.map(({ name: argument, optional, type }) => `${argument}: ${typeText(type, optional, 'input')}`).join(', ')})`;
  };

  const objectText = (name: string, type: Declared & { kind: 'object' }, as: 'output' | 'input'): string => {
    const fields = type.members
      .filter((member) => member.name !== '__typename')
      .map(
        (member) =>
          `  ${member.name}${as === 'output' ? argumentsText(name, member.name) : ''}: ${typeText(member.type, member.optional, as)}`,
      );
    const isInterface = as === 'output' && isInterfaceType(name, type);
    const parents = type.parents.filter((parent) => declared.has(parent));
    for (const parent of parents) waiting.push({ name: parent, as: 'output' });
    if (isInterface)
      for (const child of children.get(name) ?? []) waiting.push({ name: child, as: 'output' });
    const keyword = as === 'input' ? 'input' : isInterface ? 'interface' : 'type';
    const implemented = parents.length > 0 ? ` implements ${parents.map(schemaName).join(' & ')}` : '';
    return `${keyword} ${schemaName(name)}${implemented} {\n${fields.join('\n')}\n}`;
  };

  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, as } = next;
    const type = declared.get(name);
    if (type === undefined || written.has(name)) continue;
    written.set(name, '');
    if (type.kind === 'enum') {
      written.set(
        name,
        `enum ${schemaName(name)} {\n${type.values.map((value) => `  ${value}`).join('\n')}\n}`,
      );
    } else if (type.kind === 'union') {
      for (const member of type.of) waiting.push({ name: member, as });
      written.set(name, `union ${schemaName(name)} = ${type.of.map(schemaName).join(' | ')}`);
    } else {
      written.set(name, objectText(name, type, as));
    }
  }
  const isRoot = (name: string) => name === 'Query' || name === 'Mutation';
  return [
    ...[...scalars].toSorted().map((scalar) => `scalar ${scalar}`),
    ...[...written]
      .toSorted(([a], [b]) => Number(isRoot(b)) - Number(isRoot(a)) || (a < b ? -1 : 1))
      .map(([, text]) => text),
    '',
  ].join('\n\n');
}

/** Interfaces are the object types without a `__typename`. */
function isInterfaceType(name: string, type: Declared & { kind: 'object' }): boolean {
  return (
    name !== 'Query' && name !== 'Mutation' && !type.members.some((member) => member.name === '__typename')
  );
}

/** Turns `Scalars["DateTime"]` into DateTime. */
function scalarName(type: TSType): string | undefined {
  if (type.type !== 'TSIndexedAccessType' || type.objectType.type !== 'TSTypeReference') return undefined;
  if (nameOf(type.objectType.typeName) !== 'Scalars' || type.indexType.type !== 'TSLiteralType')
    return undefined;
  const { literal } = type.indexType;
  return literal.type === 'Literal' && typeof literal.value === 'string' ? literal.value : undefined;
}

function nameOf(name: TSTypeName): string | undefined {
  return name.type === 'Identifier' ? name.name : undefined;
}

function declaredTypes(body: readonly Statement[]): Map<string, Declared> {
  const types = new Map<string, Declared>();
  for (const statement of body) {
    if (statement.type === 'TSEnumDeclaration') {
      const values = statement.body.members.flatMap(({ initializer }) =>
        initializer?.type === 'Literal' && typeof initializer.value === 'string' ? [initializer.value] : [],
      );
      types.set(statement.id.name, { kind: 'enum', values });
    }
    if (statement.type !== 'TSTypeAliasDeclaration') continue;
    const type = declaredType(statement.typeAnnotation);
    if (type !== undefined) types.set(statement.id.name, type);
  }
  return types;
}

function declaredType(type: TSType): Declared | undefined {
  if (type.type === 'TSTypeLiteral') return { kind: 'object', members: membersOf(type), parents: [] };
  if (type.type === 'TSUnionType') {
    const of = type.types.map(referenceName);
    return of.includes(undefined)
      ? undefined
      : { kind: 'union', of: of.filter((name) => name !== undefined) };
  }
  if (type.type !== 'TSIntersectionType') return undefined;
  const literals = type.types.filter((part) => part.type === 'TSTypeLiteral');
  const parents = type.types.flatMap((part) => referenceName(part) ?? []);
  const [literal] = literals;
  if (literal === undefined || literals.length + parents.length !== type.types.length) return undefined;
  return { kind: 'object', members: membersOf(literal), parents };
}

function referenceName(type: TSType): string | undefined {
  return type.type === 'TSTypeReference' && type.typeArguments == null ? nameOf(type.typeName) : undefined;
}

function membersOf(literal: TSType & { type: 'TSTypeLiteral' }): Member[] {
  return literal.members.flatMap((member) =>
    member.type === 'TSPropertySignature' && member.key.type === 'Identifier' && member.typeAnnotation != null
      ? [{ name: member.key.name, optional: member.optional, type: member.typeAnnotation.typeAnnotation }]
      : [],
  );
}

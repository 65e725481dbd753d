import fc, { type Arbitrary } from 'fast-check';
import {
  type DocumentNode,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * Generates any response that the schema allows for a document: nullable fields may be null, lists empty, and optional
 * parts (`@include`) absent. A reader that fails on one of them would fail on Linear.
 */
export function answersTo(schema: GraphQLSchema, document: DocumentNode): Arbitrary<Record<string, unknown>> {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition.selectionSet] as const]
        : [],
    ),
  );

  const ofSelections = (
    type: GraphQLObjectType,
    selectionSet: SelectionSetNode,
  ): Arbitrary<Record<string, unknown>> => {
    const fields: Record<string, Arbitrary<unknown>> = {};
    const optional: string[] = [];
    const collect = ({ selections }: SelectionSetNode) => {
      for (const selection of selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(selection.name.value);
          if (fragment !== undefined) collect(fragment);
        }
        if (selection.kind !== Kind.FIELD) continue;
        const { name, alias, selectionSet: inner, directives = [] } = selection;
        const field = type.getFields()[name.value];
        if (field === undefined) throw new Error(`The schema has no ${type.name}.${name.value}.`);
        const key = alias?.value ?? name.value;
        fields[key] = key === 'success' ? fc.constant(true) : ofType(field.type, inner);
        if (directives.length > 0) optional.push(key);
      }
    };
    collect(selectionSet);
    const required = Object.keys(fields).filter((key) => !optional.includes(key));
    return fc.record(fields, { requiredKeys: required });
  };

  const ofType = (
    type: GraphQLOutputType,
    selectionSet: SelectionSetNode | undefined,
  ): Arbitrary<unknown> => {
    if (!isNonNullType(type))
      return fc.option(ofType(new GraphQLNonNull(type), selectionSet), { nil: null, freq: 2 });
    const inner = type.ofType;
    if (isListType(inner))
      return fc.array(ofType(inner.ofType as GraphQLOutputType, selectionSet), { maxLength: 3 });
    if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map(({ name }) => name));
    if (isScalarType(inner)) return scalars[inner.name] ?? fc.string();
    if (isObjectType(inner) && selectionSet !== undefined) return ofSelections(inner, selectionSet);
    throw new Error(`A response of the type ${String(inner)} cannot be generated yet: extend answers-to.ts.`);
  };

  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document holds no operation.');
  const root = schema.getRootType(operation.operation);
  if (root == null) throw new Error(`The schema has no root for a ${operation.operation}.`);
  return ofSelections(root, operation.selectionSet);
}

/**
 * Generates a value of an object type with all its fields, as in the body of a webhook. Nested objects are generated
 * too;
 * dates are text, as in JSON.
 */
export function valuesOf(schema: GraphQLSchema, typeName: string): Arbitrary<Record<string, unknown>> {
  const ofType = (type: GraphQLOutputType): Arbitrary<unknown> => {
    if (!isNonNullType(type)) return fc.option(ofType(new GraphQLNonNull(type)), { nil: null, freq: 2 });
    const inner = type.ofType;
    if (isListType(inner)) return fc.array(ofType(inner.ofType as GraphQLOutputType), { maxLength: 3 });
    if (isEnumType(inner)) return fc.constantFrom(...inner.getValues().map(({ name }) => name));
    if (isScalarType(inner)) return scalars[inner.name] ?? fc.string();
    if (isUnionType(inner)) return fc.oneof(...inner.getTypes().map(ofObject));
    if (isObjectType(inner)) return ofObject(inner);
    throw new Error(`A value of the type ${String(inner)} cannot be generated yet: extend answers-to.ts.`);
  };
  const ofObject = (type: GraphQLObjectType): Arbitrary<Record<string, unknown>> =>
    fc.record(
      Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, ofType(field.type)])),
    );

  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`The schema has no object type ${typeName}.`);
  return ofObject(type);
}

const scalars: Readonly<Record<string, Arbitrary<unknown>>> = {
  ID: fc.uuid(),
  String: fc.string(),
  Boolean: fc.boolean(),
  Int: fc.integer(),
  Float: fc.double({ noNaN: true, noDefaultInfinity: true }),
  DateTime: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((date) => date.toISOString()),
  TimelessDate: fc.constant('2026-12-01'),
  JSONObject: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
};

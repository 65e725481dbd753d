import { buildSchema, parse, validate, validateSchema } from 'graphql';
import { LinearDocument } from '@linear/sdk';
import { describe, expect, test } from 'vitest';
import { linearSchema, schemaText, sdkVersion } from './linear-schema.ts';
import { schemaFromTypes } from './schema-from-types.ts';

const roots = `
type Query = { __typename?: "Query"; thing: Thing; things?: Maybe<Array<Thing>> };
type QueryThingArgs = { id: Scalars["String"]; by?: InputMaybe<Order>; filter?: InputMaybe<ThingFilter> };
type Mutation = { __typename?: "Mutation"; thingCreate: Thing };
declare enum Order { CreatedAt = "createdAt" }
type ThingFilter = { and?: InputMaybe<Array<ThingFilter>>; id?: InputMaybe<IdComparator> };
type IdComparator = { eq?: InputMaybe<Scalars["ID"]> };
type Node = { id: Scalars["ID"] };
type Thing = Node & { __typename?: "Thing"; id: Scalars["ID"]; at?: Maybe<Scalars["DateTime"]>; owner: Owner$1 };
type Owner$1 = Person | Team;
type Person = { __typename?: "Person"; name: Scalars["String"] };
type Team = { __typename?: "Team"; key: Scalars["String"] };
`;

describe('a schema from declarations', () => {
  const text = schemaFromTypes(roots);

  test('has nullability, lists, arguments, enums, unions, interfaces and scalars', () => {
    expect(validateSchema(buildSchema(text))).toEqual([]);
    expect(text).toContain('thing(id: String!, by: Order, filter: ThingFilter): Thing!');
    expect(text).toContain('things: [Thing!]');
    expect(text).toContain('type Thing implements Node {');
    expect(text).toContain('interface Node {');
    expect(text).toContain('union Owner = Person | Team');
    expect(text).toContain('enum Order {\n  createdAt\n}');
    expect(text).toContain('input IDComparator');
    expect(text).toContain('scalar DateTime');
  });

  test('leaves out unreachable types', () => {
    expect(schemaFromTypes(`${roots}\ntype Webhook = { __typename?: "Webhook"; id: Scalars["ID"] };`)).toBe(
      text,
    );
  });

  test.each([
    ['no types at all', 'type Other = { id: string };', 'no types Query and Mutation'],
    ['a type that is not declared', roots.replace('type Team =', 'type Crew ='), 'Team'],
    [
      'a type of another kind',
      roots.replace('name: Scalars["String"]', 'name: () => void'),
      'TSFunctionType',
    ],
    ['text that is no TypeScript', 'type Query = {', 'do not parse'],
  ])('is rejected for %s', (_case, source, said) => {
    expect(() => buildSchema(schemaFromTypes(source))).toThrow(said);
  });
});

describe('the schema of the pinned SDK', () => {
  const schema = linearSchema();

  test('is the same when it comes from the cache', () => {
    expect(schemaText()).toBe(schemaText());
    expect(sdkVersion()).toBe('98.0.0');
  });

  test('is valid, and as large as Linear’s', () => {
    expect(validateSchema(schema)).toEqual([]);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toHaveLength(178);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toHaveLength(386);
  });

  test('allows every document that the SDK itself sends', () => {
    const documents = Object.entries(LinearDocument as Record<string, { toString(): string }>).filter(
      ([name]) => name.endsWith('Document'),
    );
    const refused = documents.filter(
      ([, document]) => validate(schema, parse(document.toString())).length > 0,
    );

    expect(documents.length).toBeGreaterThan(600);
    expect(refused.map(([name]) => name)).toEqual([]);
  });
});

import fc from 'fast-check';
import { type DocumentNode, Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { answersTo } from '../testing/schema/answers-to.ts';
import { mostPoints, pointsOf } from '../testing/api/points-of.ts';
import { linearSchema } from '../testing/schema/linear-schema.ts';
import { changesPerPage, issuesPerBatch, operations } from './operations.ts';

const schema = linearSchema();
const all = Object.values(operations).map((operation) => ({
  ...operation,
  parsed: parse(operation.document),
}));

describe.each(all)('$name', ({ name, parsed, points, answer }) => {
  test('is a document that the pinned schema allows', () => {
    expect(validate(schema, parsed)).toEqual([]);
  });

  test('has the name that errors and metrics show', () => {
    expect(parsed.definitions[0]).toMatchObject({ name: { value: name } });
  });

  test('costs the points that the budget assumes, and fewer than Linear allows', () => {
    const first = name === 'ChangedSince' ? changesPerPage : issuesPerBatch;
    const cost = pointsOf(schema, parsed, { first });

    expect(points({ first } as never)).toBe(cost);
    expect(cost).toBeLessThanOrEqual(mostPoints);
  });

  test('reads every response that the schema allows', () => {
    fc.assert(
      fc.property(answersTo(schema, parsed), (data) => {
        const read = answer.safeParse(data);
        expect(read.error?.issues).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('rejects a response that lacks a requested field', () => {
    expect(answer.safeParse({ [rootField(parsed)]: {} }).success).toBe(false);
  });
});

test.each([1, 7, issuesPerBatch])('a batch of %i issues is budgeted at its actual cost', (first) => {
  const { document, points } = operations.issues;

  expect(points({ ids: [], first })).toBe(pointsOf(schema, parse(document), { first }));
});

function rootField({ definitions }: DocumentNode): string {
  const [operation] = definitions;
  const [field] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return field?.kind === Kind.FIELD ? field.name.value : '';
}

test('a document that requests an unknown field is rejected', () => {
  const errors = validate(schema, parse('query Wrong { issue(id: "1") { id definitionOfDone } }'));

  expect(errors.map(({ message }) => message)).toEqual([
    'Cannot query field "definitionOfDone" on type "Issue".',
  ]);
});

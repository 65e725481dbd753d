import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationsOf, type Coverage, coverageFrom, type Requirement, severities } from './coverage.ts';
import { grants, roles } from '@uat/config';

const requirement = fc.oneof(
  fc.constantFrom(...grants).map((grant): Requirement => `grant:${grant}`),
  fc.constantFrom(...roles).map((role): Requirement => `role:${role}`),
);

const coverage: fc.Arbitrary<Coverage> = fc.record({
  tickets: fc.array(fc.string(), { minLength: 1 }),
  dod: fc.option(fc.string(), { nil: undefined }),
  catches: fc.array(fc.string()),
  severity: fc.constantFrom(...severities),
  requires: fc.array(requirement),
});

describe('a coverage', () => {
  test('survives the round trip through annotations', () => {
    fc.assert(
      fc.property(coverage, (written) => {
        expect(coverageFrom(annotationsOf(written))).toEqual(written);
      }),
    );
  });

  test('ignores foreign annotations', () => {
    const others = [{ type: 'skip' }, { type: 'allure.label.layer', description: 'browser' }];

    fc.assert(
      fc.property(coverage, (written) => {
        expect(coverageFrom([...others, ...annotationsOf(written), ...others])).toEqual(written);
      }),
    );
  });

  test('uses annotation types that allure-playwright knows', () => {
    fc.assert(
      fc.property(coverage, (written) => {
        for (const { type } of annotationsOf(written)) expect(type).toMatch(/^(issue|allure\.label\.\w+)$/);
      }),
    );
  });

  test('is undefined without a ticket', () => {
    expect(
      coverageFrom([{ type: 'allure.label.severity', description: 'critical' }, { type: 'issue' }]),
    ).toBeUndefined();
  });

  test('defaults to severity normal, and ignores unknown requirements', () => {
    const read = coverageFrom([
      { type: 'issue', description: 'ENG-1' },
      { type: 'allure.label.severity', description: 'urgent' },
      { type: 'allure.label.requires', description: 'grant:everything' },
      { type: 'allure.label.requires', description: 'role:viewer' },
    ]);

    expect(read).toMatchObject({ severity: 'normal', requires: ['role:viewer'] });
  });
});

import { describe, expect, test } from 'vitest';
import { corpusScores } from './corpus-scores.ts';

describe('the parser on the labelled tickets', () => {
  test.each(['seen', 'held-out'] as const)('is right nine times in ten or more, per field: %s', (set) => {
    const { tickets, scores } = corpusScores(set);

    expect(tickets).toBeGreaterThan(40);
    for (const { question, precision, recall } of scores) {
      expect({ question, precision: precision >= 0.9, recall: recall >= 0.9 }).toEqual({
        question,
        precision: true,
        recall: true,
      });
    }
  });
});

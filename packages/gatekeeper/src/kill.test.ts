import { describe, expect, test } from 'vitest';
import { killAgainAndAgain, ticketText } from './testing/kill-again-and-again.ts';
import { startPostgres } from './testing/postgres.ts';

// More kills of the same kind: `pnpm bench gate`.
const once = { moves: 1, comments: 1, cards: 1, notes: 1 };

describe('a service that is killed again and again', () => {
  test('carries out every accepted webhook once, on SQLite', { timeout: 180_000 }, async () => {
    const { issues, accepted, log, exitCodes } = await killAgainAndAgain({ kills: 3, issues: 20, seed: 1 });

    expect(issues).toEqual(issues.map(() => once));
    expect(accepted).toBeGreaterThan(20);
    expect(log).toContain('Server listening');
    expect(log).not.toContain(ticketText);
    expect(exitCodes).toEqual([0]);
  });

  test(
    'carries out every accepted webhook once, with two processes on PostgreSQL',
    { timeout: 180_000 },
    async () => {
      await using postgres = await startPostgres();
      const database = await postgres.newDatabase();

      const { issues } = await killAgainAndAgain({ kills: 3, issues: 20, seed: 2, database, processes: 2 });

      expect(issues).toEqual(issues.map(() => once));
    },
  );
});

import { startPostgres } from '@uat/database/testing';
import { describe, expect, test } from 'vitest';
import { killRepeatedly, ticketText } from './testing/kill-repeatedly.ts';

/** The nightly run kills more often. */
const kills = Number(process.env['GATE_KILLS'] ?? 3);
const issues = 5 + 5 * kills;
const timeout = 180_000 + 15_000 * kills;
const once = { moves: 1, comments: 1, cards: 1, notes: 1 };

describe('a service that is killed over and over', () => {
  test('carries out every accepted webhook once, on SQLite', { timeout }, async () => {
    const { accepted, log, exitCodes, ...outcome } = await killRepeatedly({ kills, issues, seed: 1 });

    expect(outcome.issues).toEqual(outcome.issues.map(() => once));
    expect(accepted).toBeGreaterThan(kills);
    expect(log).toContain('Server listening');
    expect(log).not.toContain(ticketText);
    expect(exitCodes).toEqual([0]);
  });

  test('carries out every accepted webhook once, with two processes on PostgreSQL', { timeout }, async () => {
    await using postgres = await startPostgres();
    const database = await postgres.newDatabase();

    const outcome = await killRepeatedly({ kills, issues, seed: 2, database, processes: 2 });

    expect(outcome.issues).toEqual(outcome.issues.map(() => once));
  });
});

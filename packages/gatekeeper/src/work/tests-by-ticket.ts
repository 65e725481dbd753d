import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@uat/core';
import { z } from 'zod';
import type { GateLog } from './gate-context.ts';

const listSchema = z.object({
  tests: z.array(
    z.object({ title: z.string(), area: z.string(), capability: z.string(), tickets: z.array(z.string()) }),
  ),
});

/** Listing loads all suites, so it waits until the service has started. */
const delayMs = 10_000;

/**
 * Titles of the tests that cover a ticket, from `uat list`, which runs when the service starts. Empty without the
 * suites,
 * as in a container of the service alone.
 */
export function testsByTicket(log: GateLog): (ticket: string) => readonly string[] {
  const byTicket = new Map<string, string[]>();
  const main = path.join(projectRoot, 'packages/cli/src/main.ts');
  const list = async () => {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [main, 'list', '--json', '-'], {
        maxBuffer: 64 * 1024 * 1024,
      });
      for (const { title, area, capability, tickets } of listSchema.parse(JSON.parse(stdout)).tests) {
        for (const ticket of tickets) {
          byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), `${area} › ${capability} › ${title}`]);
        }
      }
    } catch {
      log.warn({}, 'the tests could not be listed, so design note drafts name none');
    }
  };
  setTimeout(() => void list(), delayMs).unref();
  return (ticket) => byTicket.get(ticket) ?? [];
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@uat/core';
import { z } from 'zod';
import type { GateLog } from './surroundings.ts';

const listSchema = z.object({
  tests: z.array(
    z.object({ title: z.string(), area: z.string(), capability: z.string(), tickets: z.array(z.string()) }),
  ),
});

/** Listing loads all suites; the service itself comes first. */
const delayMs = 10_000;

/**
 * Titles of the tests that cover a ticket, once `uat list` has told them; it is asked when the service starts. Without the
 * suites, as in a container of the service alone, there are none.
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
      log.warn({}, 'the tests could not be listed, so drafts of design notes name none');
    }
  };
  setTimeout(() => void list(), delayMs).unref();
  return (ticket) => byTicket.get(ticket) ?? [];
}

import { readLines } from '../markdown/read-lines.ts';
import { workInText } from '../work/work-in-text.ts';
import { outline } from './outline/outline.ts';
import { readDesignNote } from './read-design-note.ts';
import { readDod } from './read-dod.ts';
import { readContracts, readMocks } from './links/read-links.ts';
import { readMilestone } from './read-milestone.ts';
import { readSignOff } from './read-sign-off.ts';
import { readSuccessCriteria } from './read-success-criteria.ts';
import type { TicketFields } from './ticket-fields.ts';

/**
 * Reads the fields of intent from a ticket's Markdown: what was found, where, and why it counts or not. Never throws,
 * and
 * takes bounded time on any text.
 */
export function readTicket(text: string): TicketFields {
  const { lines, comments, notRead } = readLines(text);
  const placed = outline(lines);
  const dod = readDod(placed);
  const mocks = readMocks(placed);
  const contracts = readContracts(placed);
  const signOff = readSignOff(placed);
  return {
    fields: {
      dod: dod.field,
      success_criteria: readSuccessCriteria(placed),
      milestone_in_text: readMilestone(placed),
      mock_link: mocks.field,
      contract_link: contracts.field,
      design_note: readDesignNote(placed, comments),
      sign_off: signOff.field,
    },
    dodItems: dod.items,
    mocks: mocks.links,
    contracts: contracts.links,
    signOff: signOff.signOff,
    work: workInText(placed, { mock: mocks.links.length > 0, contract: contracts.links.length > 0 }),
    notRead,
  };
}

import type { GateState } from '../gate-state.ts';
import { html, type Html } from './html.ts';
import type { BlockedTicket } from '../operator-view.ts';
import { page } from './page.ts';
import { deadLetterTable, overrideTable, questionTable } from './state-tables.ts';
import { linearLink, ticketFacts } from './ticket-facts.ts';
import { warnings } from './warnings.ts';

/** The page about one ticket, linked from the gate's card in Linear. */
export function issuePage(identifier: string, state: GateState, now: number, notice?: string): string {
  const about = <T extends { readonly identifier: string }>(all: readonly T[]) =>
    all.filter((each) => each.identifier === identifier);
  const [ticket] = about(state.blocked);
  const questions = about(state.questions);
  const overrides = about(state.overrides);
  const letters = about(state.deadLetters);
  const here = `/issues/${encodeURIComponent(identifier)}`;
  return page({
    title: identifier,
    made: { here, now },
    main: html`
      <nav aria-label="Breadcrumb"><a href="/">Overview</a> / ${identifier}</nav>
      ${notice === undefined ? undefined : html`<p class="notice" role="status">${notice}</p>`}
      ${warnings(state, now)} ${ticket === undefined ? nothing(identifier) : held(ticket, here, now)}
      ${part('Dead letters', letters, () => deadLetterTable(letters, now, here))}
      ${part('Waiting for people', questions, () => questionTable(questions, now))}
      ${part('Overrides', overrides, () => overrideTable(overrides))}
    `,
  });
}

function nothing(identifier: string): Html {
  return html`<h1>${identifier}</h1>
    <p class="none">
      The gate has nothing against this ticket. It passes, is exempt, or was never judged: a comment “/gate
      explain” asks which.
    </p>`;
}

function held(ticket: BlockedTicket, here: string, now: number): Html {
  return html`<h1>${ticket.identifier} <bdi>${ticket.title}</bdi> ${linearLink(ticket)}</h1>
    <div class="sheet">
      ${ticketFacts(ticket, now)}
      <form method="post" action="${here}/recheck">
        <input type="hidden" name="issueId" value="${ticket.issueId}" />
        <button>Recheck</button>
      </form>
    </div>`;
}

function part(name: string, entries: readonly unknown[], table: () => Html): Html | undefined {
  if (entries.length === 0) return undefined;
  return html`<section>
    <h2>${name}</h2>
    ${table()}
  </section>`;
}

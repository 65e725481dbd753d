import { figures } from './figures.ts';
import type { GateState } from '../gate-state.ts';
import { html, type Html } from './html.ts';
import { linearState } from './linear-state.ts';
import { page } from './page.ts';
import { policyState } from './policy-state.ts';
import { deadLetterTable, overrideTable, questionTable } from './state-tables.ts';
import { linearLink, ticketFacts, ticketLink } from './ticket-facts.ts';
import { warnings } from './warnings.ts';

/** The state of the gate on one page: first what needs the operator, last how the service itself is doing. */
export function overviewPage(state: GateState, now: number, notice?: string): string {
  const { blocked, overrides, questions, deadLetters } = state;
  const inOrder = blocked.toSorted(
    (a, b) => Number(a.verdict === 'advise') - Number(b.verdict === 'advise') || a.since - b.since,
  );
  return page({
    title: 'Overview',
    made: { here: '/', now },
    main: html`
      ${notice === undefined ? undefined : html`<p class="notice" role="status">${notice}</p>`}
      <h1>Ticket gate</h1>
      ${warnings(state, now)} ${figures(state, now)}
      ${section('dead-letters', 'Dead letters', deadLetters, {
        about: 'Writes to Linear that retrying alone cannot fix. Fix the cause, then retry.',
        none: 'Every write to Linear has succeeded or is still being retried.',
        some: (shown) => deadLetterTable(shown, now, '/'),
      })}
      ${section('held-up', 'Held up', inOrder, {
        about: 'Tickets with something missing: blocked ones first, oldest first.',
        none: 'No ticket is held up.',
        some: (shown) =>
          html`<ul class="tickets">
            ${shown.map(
              (ticket) =>
                html`<li>
                  <h3>${ticketLink(ticket.identifier)} <bdi>${ticket.title}</bdi> ${linearLink(ticket)}</h3>
                  ${ticketFacts(ticket, now)}
                </li>`,
            )}
          </ul>`,
      })}
      ${section('questions', 'Waiting for people', questions, {
        about: 'Sign-offs and decisions that were requested.',
        none: 'No sign-off or decision is outstanding.',
        some: (shown) => questionTable(shown, now),
      })}
      ${section('overrides', 'Overrides', overrides, {
        about: 'Rules that were lifted for a single ticket. Each override expires by itself.',
        none: 'No rule is lifted for any ticket. A comment “/gate override <reason> until <date>” lifts them.',
        some: overrideTable,
      })}
      <div class="pair">${linearState(state, now)} ${policyState(state, now)}</div>
    `,
  });
}

/** The most entries that a section shows: a page of thousands is no more useful than their number. */
const most = 200;

interface SectionTexts<T> {
  readonly about: string;
  /** Text of an empty section. */
  readonly none: string;
  readonly some: (shown: readonly T[]) => Html;
}

function section<T>(id: string, name: string, entries: readonly T[], texts: SectionTexts<T>): Html {
  const { about, none, some } = texts;
  const count = entries.length;
  const heading = (after?: Html) => html`<h2 id="${id}-name">${name} ${after}</h2>`;
  const content =
    count === 0
      ? html`${heading()}
          <p class="none">${none}</p>`
      : html`${heading(html`<span class="count">${count}</span>`)}
          <p class="about">${about} ${count > most ? `The first ${most} are shown.` : undefined}</p>
          ${some(entries.slice(0, most))}`;
  return html`<section id="${id}" aria-labelledby="${id}-name">${content}</section>`;
}

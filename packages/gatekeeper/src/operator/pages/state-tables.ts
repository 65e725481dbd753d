import { html, type Html } from './html.ts';
import { relativeTime } from './relative-time.ts';
import type { DeadLetter, GivenOverride, OpenQuestion } from '../operator-view.ts';
import { linearLink, ticketLink } from './ticket-facts.ts';

const stages = {
  surrogate: 'the customer surrogate',
  dri: 'the engineering DRI',
  deciders: 'the deciders',
} as const satisfies Record<OpenQuestion['stage'], string>;

/** Table of outstanding sign-offs and decisions. */
export function questionTable(questions: readonly OpenQuestion[], now: number): Html {
  return table(
    'Sign-offs and decisions',
    ['Ticket', 'Asked', 'With', 'Next step'],
    questions.map(({ identifier, url, asked, stage, nextAt }) => [
      html`${ticketLink(identifier)} ${linearLink({ url, identifier })}`,
      html`<bdi>${asked.join(', ')}</bdi>`,
      stages[stage],
      nextAt === undefined ? 'everybody has been asked' : html`escalates ${relativeTime(nextAt, now)}`,
    ]),
  );
}

/** Table of overrides, in force and expired. */
export function overrideTable(overrides: readonly GivenOverride[]): Html {
  return table(
    'Overrides',
    ['Ticket', 'Lifts', 'Given by', 'Why', 'Until'],
    overrides.map(({ identifier, url, rules, who, why, until, isOver }) => [
      html`${ticketLink(identifier)} ${linearLink({ url, identifier })}`,
      rules === undefined ? 'all rules' : rules.join(', '),
      html`<bdi>${who}</bdi>`,
      html`<bdi>${why}</bdi>`,
      html`<time datetime="${until}">${until}</time>
        ${isOver ? html`<span class="chip">expired</span>` : html`<span class="chip good">in force</span>`}`,
    ]),
  );
}

/** Table of writes that failed for good, each with a button to retry it; `back` is the page to return to. */
export function deadLetterTable(letters: readonly DeadLetter[], now: number, back: string): Html {
  return table(
    'Dead letters',
    ['Ticket', 'Write', 'Why it failed', 'Attempts', 'Given up', 'Action'],
    letters.map(({ id, identifier, kind, reason, attempts, at }) => [
      ticketLink(identifier),
      kind,
      html`<bdi>${reason}</bdi>`,
      attempts,
      relativeTime(at, now),
      html`<form method="post" action="/dead-letters/retry">
        <input type="hidden" name="id" value="${id}" />
        <input type="hidden" name="back" value="${back}" />
        <button>Retry<span class="unseen"> ${kind} of ${identifier}</span></button>
      </form>`,
    ]),
  );
}

/** A table that narrow screens show as cards; the roles keep it a table for screen readers. */
function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Html | string | number)[])[],
) {
  return html`<table role="table">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (cells) =>
          html`<tr role="row">
            ${cells.map((cell, at) => html`<td role="cell" data-head="${heads[at]}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

import { html, type Html } from './html.ts';
import { relativeTime } from './relative-time.ts';
import type { BlockedTicket } from '../operator-view.ts';

/** A link to the gate's page about a ticket. */
export function ticketLink(identifier: string): Html {
  return html`<a class="id" href="/issues/${encodeURIComponent(identifier)}">${identifier}</a>`;
}

/** A small link to a ticket in Linear; nothing when its address is not http(s). */
export function linearLink({ url, identifier }: { url: string; identifier: string }): Html | undefined {
  const isWeb = URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol);
  return isWeb
    ? html`<a class="out" href="${url}" rel="noreferrer"
        ><span class="unseen">${identifier} in </span>Linear</a
      >`
    : undefined;
}

/** What is missing from a ticket, who moved it, and why it stays where it is. */
export function ticketFacts(ticket: BlockedTicket, now: number): Html {
  const { verdict, state, team, movedBy, since, reasons, held } = ticket;
  return html`
    <p class="facts">
      ${
        verdict === 'block'
          ? html`<span class="chip bad">Blocked</span>`
          : html`<span class="chip warn">Advised</span>`
      }
      <span>${state}</span> <span>${team}</span>
      <span>${movedBy === undefined ? 'not moved' : html`moved by <bdi>${movedBy}</bdi>`}</span>
      <span>since ${relativeTime(since, now)}</span>
    </p>
    <ul class="reasons">
      ${reasons.map((reason) => html`<li>${reasonText(reason)}</li>`)}
    </ul>
    ${held === undefined ? undefined : html`<p class="held"><b>Stays there:</b> <bdi>${held}</bdi></p>`}
  `;
}

/** A reason such as `mock-or-contract: no mock counts …`, with the rule's id emphasised. */
function reasonText(reason: string): Html {
  const [, rule, rest] = /^([a-z0-9-]+:) (.*)$/s.exec(reason) ?? [];
  return rule === undefined ? html`<bdi>${reason}</bdi>` : html`<b>${rule}</b> <bdi>${rest}</bdi>`;
}

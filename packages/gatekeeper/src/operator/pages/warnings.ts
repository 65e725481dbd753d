import type { GateState } from '../gate-state.ts';
import { html, type Html } from './html.ts';
import { breakerSays } from './linear-state.ts';
import { relativeTime } from './relative-time.ts';

/** Warnings that the gate is not working as it should. */
export function warnings(
  { failingOpen, policy: { problems, hash, loadedAt }, budget: { breaker } }: GateState,
  now: number,
): Html {
  return html`
    ${
      failingOpen === undefined
        ? undefined
        : html`<div class="banner bad" role="alert">
            <p><b>Tickets are passing unjudged.</b> ${failingOpen}</p>
          </div>`
    }
    ${
      breaker.kind === 'open'
        ? html`<div class="banner warn">
            <p><b>Linear is not being called.</b> ${breakerSays(breaker, now)}</p>
          </div>`
        : undefined
    }
    ${
      problems.length === 0
        ? undefined
        : html`<div class="banner warn">
            <p>
              <b>The policy file has a problem.</b> The policy <code>${hash}</code>, loaded
              ${relativeTime(loadedAt, now)}, stays in force until the file is fixed.
            </p>
            <ul>
              ${problems.map((problem) => html`<li>${problem}</li>`)}
            </ul>
          </div>`
    }
  `;
}

import type { GateState } from '../gate-state.ts';
import { html, type Html } from './html.ts';
import { relativeTime } from './relative-time.ts';

/** The policy in force. */
export function policyState({ policy: { hash, loadedAt, problems } }: GateState, now: number): Html {
  return html`<section aria-labelledby="policy-name">
    <h2 id="policy-name">Policy</h2>
    <dl class="rows">
      <div>
        <dt>In force</dt>
        <dd><code>${hash}</code></dd>
      </div>
      <div>
        <dt>Loaded</dt>
        <dd>${relativeTime(loadedAt, now)}</dd>
      </div>
      <div>
        <dt>File</dt>
        <dd>
          ${problems.length === 0 ? 'no problem' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}, see above`}
        </dd>
      </div>
    </dl>
  </section>`;
}

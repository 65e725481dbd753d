import type { GateState } from '../gate-state.ts';
import { html, type Child, type Html } from './html.ts';
import { relativeTime } from './relative-time.ts';

/** The state in six figures. */
export function figures({ queue, blocked, deadLetters, questions }: GateState, now: number): Html {
  const advised = blocked.filter(({ verdict }) => verdict === 'advise').length;
  const toSend = Object.entries(queue.toSend).filter(([, count]) => count > 0);
  const sum = toSend.reduce((total, [, count]) => total + count, 0);
  return html`<dl class="figures">
    ${figure(
      'Dead letters',
      deadLetters.length,
      deadLetters.length === 0 ? 'nothing to retry' : html`<a href="#dead-letters">retry below</a>`,
      deadLetters.length === 0 ? 'zero' : 'bad',
    )}
    ${figure(
      'Held up',
      blocked.length,
      blocked.length === 0
        ? 'no ticket'
        : html`<a href="#held-up">${blocked.length - advised} blocked, ${advised} advised</a>`,
    )}
    ${figure(
      'Waiting for people',
      questions.length,
      questions.length === 0 ? 'nothing open' : html`<a href="#questions">sign-offs, decisions</a>`,
    )}
    ${figure(
      'To judge',
      queue.toJudge,
      queue.oldestDueAt === undefined
        ? 'all judged'
        : html`oldest due ${relativeTime(queue.oldestDueAt, now)}`,
    )}
    ${figure(
      'To send',
      sum,
      sum === 0
        ? 'all sent'
        : html`${toSend.map(([kind, count]) => `${count} ${kind}`).join(', ')}${
            queue.oldestToSendAt === undefined
              ? undefined
              : html`; oldest ${relativeTime(queue.oldestToSendAt, now)}`
          }`,
    )}
    ${figure(
      'Last webhook',
      queue.lastWebhookAt === undefined ? 'none yet' : relativeTime(queue.lastWebhookAt, now),
      queue.lastScanAt === undefined
        ? 'no scan for changes yet'
        : html`scan for changes ${relativeTime(queue.lastScanAt, now)}`,
    )}
  </dl>`;
}

function figure(name: string, value: Child, note: Child, tone = value === 0 ? 'zero' : ''): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd class="value ${tone}">${value}</dd>
    <dd class="note">${note}</dd>
  </div>`;
}

import { readTicket } from '../ticket/read-ticket.ts';
import type { FieldName, TicketFields } from '../ticket/ticket-fields.ts';
import type { Finding, GateResult, Work } from './gate-result.ts';
import { jointReview } from './joint-review.ts';
import { type Cycle, modeNow } from './mode-now.ts';
import type { Policy, Requirement, Rule } from './policy-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { same, workOf } from './work-of.ts';

export interface EvaluateOptions {
  /** Which rules are evaluated: those for the start of work, or those for its end. */
  at?: 'entry' | 'done';
  /** The team's cycles, which decide when a stricter mode takes effect. */
  cycles?: readonly Cycle[];
  /** Evaluates as if every rule that could block were in `enforce`; rules that only advise still advise. */
  asEnforced?: boolean;
  /** The fields of the text, if it was parsed already. */
  fields?: TicketFields;
}

const fieldTitles: Record<FieldName | 'milestone', string> = {
  dod: 'Definition of Done',
  success_criteria: 'success criteria',
  milestone_in_text: 'milestone in the text',
  milestone: 'milestone',
  mock_link: 'mock',
  contract_link: 'contract',
  design_note: 'design note',
  sign_off: 'sign-off',
};

/**
 * Evaluates a policy for a ticket at a moment: a tree of findings with reasons. Pure.
 * @param now ISO time
 */
export function evaluate(
  policy: Policy,
  snapshot: Snapshot,
  now: string,
  options: EvaluateOptions = {},
): GateResult {
  const {
    at = 'entry',
    cycles = [],
    asEnforced = false,
    fields = readTicket(snapshot.description),
  } = options;
  const work = workOf(policy, snapshot, fields);
  const exemption = exemptionOf(policy, snapshot);
  const rules = policy.rules.filter((rule) => rule.at === at);
  const children =
    exemption === undefined
      ? rules.map((rule) =>
          ruleFinding(rule, { policy, snapshot, fields, work: work.kind, now, cycles, asEnforced }),
        )
      : [];

  const failed = children.filter(({ status }) => status === 'failed');
  const blocking = failed.filter(({ mode }) => mode === 'enforce');
  const advising = failed.filter(({ mode }) => mode === 'advise');
  const verdict = blocking.length > 0 ? 'block' : advising.length > 0 ? 'advise' : 'pass';
  const told = [...blocking, ...advising];
  return {
    verdict,
    reasons: exemption === undefined ? told.map(reasonOf) : [exemption],
    work,
    tree: {
      name: 'gate',
      status: exemption !== undefined ? 'skipped' : told.length > 0 ? 'failed' : 'passed',
      reason: exemption ?? `${work.kind} work, because ${work.why}`,
      children,
    },
    fields,
    watched: failed.filter(({ mode }) => mode === 'shadow').map(reasonOf),
  };
}

const reasonOf = ({ name, reason, fix }: Finding) =>
  `${name}: ${reason}.${fix === undefined ? '' : ` ${fix}`}`;

interface Asked {
  policy: Policy;
  snapshot: Snapshot;
  fields: TicketFields;
  work: Work;
  now: string;
  cycles: readonly Cycle[];
  asEnforced: boolean;
}

function exemptionOf({ exempt, since }: Policy, { labels, author, startedAt }: Snapshot): string | undefined {
  const label = labels.find((one) => exempt.labels.some((other) => same(one, other)));
  if (label !== undefined) return `the label “${label}” exempts it`;
  if (author !== undefined) {
    if (exempt.bots && author.isBot) return `${author.name} is a bot, and its tickets are exempt`;
    if (exempt.authors.some((one) => same(one, author.name))) return `tickets of ${author.name} are exempt`;
  }
  if (startedAt !== undefined && startedAt < since)
    return `work on it started before ${since}, when the policy took effect`;
  return undefined;
}

function ruleFinding(rule: Rule, asked: Asked): Finding {
  const { now, cycles, asEnforced } = asked;
  const asMode = rule.mode === 'shadow' || rule.mode === 'enforce' ? 'enforce' : rule.mode;
  const mode = asEnforced ? asMode : modeNow(rule, now, cycles);
  const whole = { name: rule.id, mode, asked: rule.mode };
  const skipped = whySkipped(rule, mode, asked);
  if (skipped !== undefined) return { ...whole, status: 'skipped', reason: skipped, children: [] };
  const found = requirementFinding(rule.require, asked);
  return {
    ...whole,
    status: found.status,
    reason: found.reason,
    ...(found.status === 'failed' ? { fix: rule.fix } : {}),
    children: [found],
  };
}

function whySkipped(rule: Rule, mode: string, { policy, snapshot, work, now }: Asked): string | undefined {
  if (mode === 'off') return 'the rule is off';
  const { when } = rule;
  if (when.work !== undefined && !when.work.includes(work))
    return `it applies to ${when.work.join(' or ')} work`;
  const { team, project, labels } = snapshot;
  if (when.teams !== undefined && !when.teams.some((one) => team !== undefined && same(one, team))) {
    return `it applies to ${when.teams.join(', ')}`;
  }
  if (
    when.projects !== undefined &&
    !when.projects.some((one) => project !== undefined && same(one, project))
  ) {
    return `it applies to the projects ${when.projects.join(', ')}`;
  }
  if (when.labels !== undefined && !when.labels.some((one) => labels.some((label) => same(one, label)))) {
    return `it applies to tickets with the label ${when.labels.join(' or ')}`;
  }
  const given = [
    ...policy.overrides.filter(({ ticket }) => same(ticket, snapshot.id)),
    ...(snapshot.overrides ?? []),
  ].find(
    ({ rules, until }) =>
      (rules === undefined || rules.includes(rule.id)) && now.slice(0, 10) <= until.slice(0, 10),
  );
  return given && `${given.who} lifted it until ${given.until.slice(0, 10)}: ${given.why}`;
}

function requirementFinding(require: Requirement, asked: Asked): Finding {
  if (typeof require === 'object') {
    const [names, any] = 'any' in require ? [require.any, true] : [require.all, false];
    const children = names.map((name) => fieldFinding(name, asked));
    const present = children.filter(({ status }) => status === 'passed');
    const passed = any ? present.length > 0 : present.length === children.length;
    const lacking = children.filter(({ status }) => status === 'failed').map(({ reason }) => reason);
    return {
      name: any ? 'any' : 'all',
      status: passed ? 'passed' : 'failed',
      reason: passed ? present.map(({ reason }) => reason).join('; ') : lacking.join('; '),
      children,
    };
  }
  switch (require) {
    case 'joint_review':
      return jointReview(mocksOf(asked), contractsOf(asked), signOffOf(asked));
    case 'dod_items_done':
      return itemsDone(asked);
    case 'milestone':
      return milestone(asked);
    default:
      return fieldFinding(require, asked);
  }
}

const mocksOf = ({ fields, snapshot }: Asked) => [...fields.mocks, ...(snapshot.attached?.mocks ?? [])];
const contractsOf = ({ fields, snapshot }: Asked) => [
  ...fields.contracts,
  ...(snapshot.attached?.contracts ?? []),
];
const signOffOf = ({ fields, snapshot }: Asked) => snapshot.attached?.signOff ?? fields.signOff;

function fieldFinding(name: FieldName, asked: Asked): Finding {
  const { attached } = asked.snapshot;
  const beside: Partial<Record<FieldName, boolean>> = {
    mock_link: (attached?.mocks?.length ?? 0) > 0,
    contract_link: (attached?.contracts?.length ?? 0) > 0,
    design_note: attached?.designNote === true,
    sign_off: attached?.signOff !== undefined,
  };
  const field = asked.fields.fields[name];
  const title = fieldTitles[name];
  const counted = field.candidates.find(({ counts }) => counts);
  if (counted !== undefined) {
    return passed(name, `${title} is there: “${counted.quote}” (${counted.where})`);
  }
  if (beside[name] === true) return passed(name, `${title} is attached to the ticket`);
  const refused = field.candidates.find(({ counts }) => !counts);
  return failed(
    name,
    refused === undefined
      ? `${name === 'success_criteria' ? 'there are' : 'there is'} no ${title}`
      : `“${refused.quote}” (${refused.where}) does not count as ${title}: ${refused.why}`,
  );
}

function milestone(asked: Asked): Finding {
  const { milestone: known } = asked.snapshot;
  if (known !== undefined && known.trim() !== '') return passed('milestone', `the milestone is “${known}”`);
  return { ...fieldFinding('milestone_in_text', asked), name: 'milestone' };
}

function itemsDone({ fields }: Asked): Finding {
  const boxes = fields.dodItems.filter(({ done }) => done !== undefined);
  const open = boxes.filter(({ done }) => done === false);
  if (fields.dodItems.length === 0)
    return failed('dod_items_done', 'there is no Definition of Done to complete');
  if (boxes.length === 0) return passed('dod_items_done', 'its Definition of Done has no checkboxes');
  if (open.length === 0) return passed('dod_items_done', `all ${boxes.length} items are ticked`);
  return failed(
    'dod_items_done',
    `${open.length} of ${boxes.length} items are open: ${open
      .slice(0, 3)
      .map(({ text, line }) => `“${text.slice(0, 80)}” (line ${line})`)
      .join(', ')}`,
  );
}

const passed = (name: string, reason: string): Finding => ({ name, status: 'passed', reason, children: [] });
const failed = (name: string, reason: string): Finding => ({ name, status: 'failed', reason, children: [] });

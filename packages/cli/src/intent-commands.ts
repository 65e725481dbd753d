import { Argument, type Command, Option } from 'commander';
import type { BackfillCommandOptions } from './commands/gate/gate-backfill.ts';
import type { ExplainOptions } from './commands/gate/gate-explain.ts';
import type { SimulateOptions } from './commands/gate/gate-simulate.ts';
import type { ValidateOptions } from './commands/gate/gate-validate.ts';
import type { IntentNewOptions } from './commands/intent/intent-new.ts';
import type { StopSignals } from './terminal/stop-signals.ts';

/** Gives a program `uat gate …` and `uat intent …`; each tells its exit code to `done`. */
export function addIntentCommands(
  program: Command,
  stop: StopSignals,
  done: (exitCode: number) => void,
): void {
  const gate = program
    .command('gate')
    .description('ask a ticket what it has to say before work on it starts');
  withTicket(gate.command('explain [ticket]'))
    .description('say what the gate finds in a ticket, as if every rule were enforced')
    .addHelpText(
      'after',
      `
Examples:
  $ pnpm uat gate explain --file ticket.md --labels ui     without Linear
  $ pnpm uat gate explain ENG-123                          as it is in Linear, and what the gatekeeper would do now
  $ pnpm uat gate explain ENG-123 --file edited.md         with another text
${environment}`,
    )
    .action(async (ticket: string | undefined, options: ExplainOptions) => {
      const { gateExplain } = await import('./commands/gate/gate-explain.ts');
      done(await gateExplain(ticket, options, stop));
    });
  withTicket(gate.command('simulate'))
    .description('try a policy on a ticket, with the modes that hold at a moment')
    .option('--id <ticket>', 'the ticket, for overrides that name it')
    .option('--team <name>', 'its team in Linear')
    .option('--project <name>', 'its project in Linear')
    .option('--milestone <name>', 'its milestone in Linear')
    .option('--started <day>', 'when work on it started')
    .addOption(
      new Option('--at <moment>', 'which rules (default: entry; of a ticket that is done: done)').choices([
        'entry',
        'done',
      ]),
    )
    .option('--now <time>', 'the moment (default: now)')
    .option('--cycle <time...>', 'when the cycles of the team start')
    .addHelpText(
      'after',
      `
Examples:
  $ pnpm uat gate simulate --file ticket.md --labels ui,api --policy new.policy.yaml --now 2026-12-08
  $ pnpm uat gate simulate --ticket ENG-123 --file edited.md --policy new.policy.yaml
${environment}`,
    )
    .action(async (options: SimulateOptions) => {
      const { gateSimulate } = await import('./commands/gate/gate-simulate.ts');
      done(await gateSimulate(options, stop));
    });
  gate
    .command('validate [policy]')
    .description('check a policy, and say from when each rule holds; and check the owners against the suites')
    .option('--before <policy>', 'the policy that holds now: names rules that changed and do not say so')
    .option('--cycle <time...>', 'when the cycles of the team start')
    .option('--owners <file>', 'another owners file than owners.yaml')
    .option('--json <file>', 'write the rules as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat gate validate gate.policy.yaml')
    .action(async (policy: string | undefined, options: ValidateOptions) => {
      const { gateValidate } = await import('./commands/gate/gate-validate.ts');
      done(gateValidate(policy, options));
    });
  gate
    .command('backfill')
    .description('have the gatekeeper judge the tickets that were in work before it was')
    .option('--since <day>', 'those that changed since then (default: since of the policy)')
    .option('--dry-run', 'show what it would make of them, and write nothing')
    .option('--policy <file>', 'another policy than gate.policy.yaml, for a dry run')
    .option('--json <file>', 'write what was found as JSON; - is standard output')
    .addHelpText(
      'after',
      `
Examples:
  $ pnpm uat gate backfill --dry-run
  $ pnpm uat gate backfill --since 2026-12-01
${environment}`,
    )
    .action(async (options: BackfillCommandOptions) => {
      const { gateBackfill } = await import('./commands/gate/gate-backfill.ts');
      done(await gateBackfill(options, stop));
    });
  gate
    .command('doctor')
    .description('check what the gatekeeper needs, and say what to do')
    .option('--json <file>', 'write the checks as JSON; - is standard output')
    .addHelpText(
      'after',
      `
Example:
  $ pnpm uat gate doctor
${environment}
Also read: PUBLIC_URL, GATE_LABEL, GATE_POLICY, GATE_OWNERS.
Exit codes: 0 it can work, 1 something keeps it from working, 2 settings, 3 Linear or the database is out of reach.`,
    )
    .action(async (options: { json?: string }) => {
      const { gateDoctor } = await import('./commands/gate/gate-doctor.ts');
      done(await gateDoctor(options, stop));
    });
  gate
    .command('automation')
    .description('say how to make an automation of Linear’s own that guards while the gatekeeper is down')
    .option('--team <key>', 'only for this team')
    .option('--label <name>', 'the label of tickets that may start (default: GATE_LABEL, else intent-ok)')
    .addHelpText('after', '\nExample:\n  $ pnpm uat gate automation --team ENG')
    .action(async (options: { team?: string; label?: string }) => {
      const { gateAutomation } = await import('./commands/gate/gate-automation.ts');
      done(await gateAutomation(options, stop));
    });

  const intent = program.command('intent').description('write down what is meant, before it is built');
  intent
    .command('new')
    .addArgument(new Argument('<kind>').choices(['prd', 'mock', 'design-note']))
    .requiredOption('--ticket <id>', 'the ticket it is for')
    .option('--title <text>', 'what the change is called')
    .option('--file <file>', 'the text of the ticket, from which a design note is filled')
    .option('--contract <file>', 'the OpenAPI document of the change')
    .option('--out <file>', 'where to write it instead of intent/<ticket>/<kind>.md')
    .option('--config <file>', 'another uat.config.ts')
    .description('start a document from its template')
    .addHelpText(
      'after',
      '\nExample:\n  $ pnpm uat intent new design-note --ticket ENG-2861 --file ticket.md',
    )
    .action(async (kind: 'prd' | 'mock' | 'design-note', options: IntentNewOptions) => {
      const { intentNew } = await import('./commands/intent/intent-new.ts');
      done(await intentNew(kind, options, stop));
    });
  intent
    .command('check <file|ticket>')
    .description('say what is not written yet in a document, or in those of a ticket')
    .option('--json <file>', 'write the findings as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat intent check ENG-2861')
    .action(async (which: string, options: { json?: string }) => {
      const { intentCheck } = await import('./commands/intent/intent-check.ts');
      done(intentCheck(which, options));
    });
}

/** What the commands that speak to Linear read, as the gatekeeper does. */
const environment = `
Linear is asked with LINEAR_TOKEN or LINEAR_API_KEY (docs/linear.md). DATABASE_URL, or GATE_DATABASE
(gatekeeper.db), is the database of the gatekeeper.`;

function withTicket(command: Command): Command {
  return command
    .option('--ticket <id>', 'the ticket in Linear')
    .option('--file <file>', 'the text of the ticket, as Markdown')
    .option('--labels <names>', 'its labels, with commas between them')
    .option('--policy <file>', 'another policy than gate.policy.yaml')
    .option('--json <file>', 'write the answer as JSON; - is standard output');
}

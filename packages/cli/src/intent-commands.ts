import { Argument, type Command, Option } from 'commander';
import type { BackfillCommandOptions } from './commands/gate/gate-backfill.ts';
import type { ExplainOptions } from './commands/gate/gate-explain.ts';
import type { SimulateOptions } from './commands/gate/gate-simulate.ts';
import type { ValidateOptions } from './commands/gate/gate-validate.ts';
import type { IntentNewOptions } from './commands/intent/intent-new.ts';
import { configOption, jsonOption } from './options/common-options.ts';
import type { StopSignals } from './terminal/stop-signals.ts';

/** Adds `uat gate …` and `uat intent …` to a program; each passes its exit code to `done`. */
export function addIntentCommands(
  program: Command,
  stop: StopSignals,
  done: (exitCode: number) => void,
): void {
  const gate = program.command('gate').description('check a ticket before work on it starts');
  withTicket(gate.command('explain [ticket]'))
    .description('explain what the gate finds in a ticket, as if every rule were enforced')
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
    .description('try a policy on a ticket, with the modes of a given time')
    .option('--id <ticket>', 'the ticket, for overrides that name it')
    .option('--team <name>', 'its team in Linear')
    .option('--project <name>', 'its project in Linear')
    .option('--milestone <name>', 'its milestone in Linear')
    .option('--started <day>', 'when work on it started')
    .addOption(
      new Option('--at <moment>', 'which rules (default: entry; for a ticket that is done: done)').choices([
        'entry',
        'done',
      ]),
    )
    .option('--now <time>', 'the time (default: now)')
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
    .description('check a policy and show when each rule takes effect; check the owners against the suites')
    .option('--before <policy>', 'the current policy: reports rules that changed without a new start date')
    .option('--cycle <time...>', 'when the cycles of the team start')
    .option('--owners <file>', 'another file than owners.yaml')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ pnpm uat gate validate gate.policy.yaml')
    .action(async (policy: string | undefined, options: ValidateOptions) => {
      const { gateValidate } = await import('./commands/gate/gate-validate.ts');
      done(gateValidate(policy, options));
    });
  gate
    .command('backfill')
    .description('have the gatekeeper judge tickets that were in progress before it was introduced')
    .option('--since <day>', 'tickets that changed since then (default: `since` of the policy)')
    .option('--dry-run', 'show the results without writing anything')
    .option('--policy <file>', 'another policy than gate.policy.yaml, for a dry run')
    .addOption(jsonOption())
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
    .description('check the set-up of the gatekeeper, and say what to do')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Example:
  $ pnpm uat gate doctor
${environment}
Also read: PUBLIC_URL, GATE_LABEL, GATE_POLICY, GATE_OWNERS.
Exit codes: 0 ready, 1 something prevents it from working, 2 settings, 3 Linear or the database cannot be reached.`,
    )
    .action(async (options: { json?: string }) => {
      const { gateDoctor } = await import('./commands/gate/gate-doctor.ts');
      done(await gateDoctor(options, stop));
    });
  gate
    .command('automation')
    .description('explain how to set up Linear’s own automation as a fallback while the gatekeeper is down')
    .option('--team <key>', 'only for this team')
    .option('--label <name>', 'the label of tickets that may start (default: GATE_LABEL, else intent-ok)')
    .addHelpText('after', '\nExample:\n  $ pnpm uat gate automation --team ENG')
    .action(async (options: { team?: string; label?: string }) => {
      const { gateAutomation } = await import('./commands/gate/gate-automation.ts');
      done(await gateAutomation(options, stop));
    });

  const intent = program.command('intent').description('write down the intent before the work starts');
  intent
    .command('new')
    .addArgument(new Argument('<kind>').choices(['prd', 'mock', 'design-note']))
    .requiredOption('--ticket <id>', 'the ticket it is for')
    .option('--title <text>', 'title of the change')
    .option('--file <file>', 'the text of the ticket, from which a design note is filled in')
    .option('--contract <file>', 'the OpenAPI document of the change')
    .option('--out <file>', 'file to write instead of intent/<ticket>/<kind>.md')
    .addOption(configOption())
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
    .description('report what is missing in a document, or in those of a ticket')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ pnpm uat intent check ENG-2861')
    .action(async (which: string, options: { json?: string }) => {
      const { intentCheck } = await import('./commands/intent/intent-check.ts');
      done(intentCheck(which, options));
    });
}

/** Help on the environment of commands that use Linear. */
const environment = `
Requests to Linear use LINEAR_TOKEN or LINEAR_API_KEY (docs/linear.md). DATABASE_URL, or GATE_DATABASE
(gatekeeper.db), is the database of the gatekeeper.`;

function withTicket(command: Command): Command {
  return command
    .option('--ticket <id>', 'the ticket in Linear')
    .option('--file <file>', 'the text of the ticket, as Markdown')
    .option('--labels <names>', 'its labels, separated by commas')
    .option('--policy <file>', 'another policy than gate.policy.yaml')
    .addOption(jsonOption());
}

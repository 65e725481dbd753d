import { Argument, type Command, Option } from 'commander';
import { type ExplainOptions, gateExplain } from './commands/gate-explain.ts';
import { gateSimulate, type SimulateOptions } from './commands/gate-simulate.ts';
import { gateValidate } from './commands/gate-validate.ts';
import { intentCheck } from './commands/intent-check.ts';
import { intentNew, type IntentNewOptions } from './commands/intent-new.ts';
import type { StopSignals } from './stop-signals.ts';

/** Gives a program `uat gate …` and `uat intent …`; each tells its exit code to `done`. */
export function addIntentCommands(
  program: Command,
  stop: StopSignals,
  done: (exitCode: number) => void,
): void {
  const gate = program
    .command('gate')
    .description('ask a ticket what it has to say before work on it starts');
  withTicket(gate.command('explain'))
    .description('say what the gate finds in a ticket, as if every rule were enforced')
    .addHelpText('after', '\nExample:\n  $ pnpm uat gate explain --file ticket.md --labels ui')
    .action((options: ExplainOptions) => done(gateExplain(options)));
  withTicket(gate.command('simulate'))
    .description('try a policy on a ticket, with the modes that hold at a moment')
    .option('--id <ticket>', 'the ticket, for overrides that name it', 'ticket')
    .option('--team <name>', 'its team in Linear')
    .option('--project <name>', 'its project in Linear')
    .option('--milestone <name>', 'its milestone in Linear')
    .option('--started <day>', 'when work on it started')
    .addOption(new Option('--at <moment>', 'which rules').choices(['entry', 'done']).default('entry'))
    .option('--now <time>', 'the moment (default: now)')
    .option('--cycle <time...>', 'when the cycles of the team start')
    .addHelpText(
      'after',
      '\nExample:\n  $ pnpm uat gate simulate --file ticket.md --labels ui,api --policy new.policy.yaml --now 2026-12-08',
    )
    .action((options: SimulateOptions) => done(gateSimulate(options)));
  gate
    .command('validate [policy]')
    .description('check a policy, and say from when each rule holds')
    .option('--before <policy>', 'the policy that holds now: names rules that changed and do not say so')
    .option('--cycle <time...>', 'when the cycles of the team start')
    .option('--json <file>', 'write the rules as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat gate validate gate.policy.yaml')
    .action((policy: string | undefined, options: { before?: string; cycle?: string[]; json?: string }) => {
      done(gateValidate(policy, options));
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
      done(await intentNew(kind, options, stop));
    });
  intent
    .command('check <file|ticket>')
    .description('say what is not written yet in a document, or in those of a ticket')
    .option('--json <file>', 'write the findings as JSON; - is standard output')
    .addHelpText('after', '\nExample:\n  $ pnpm uat intent check ENG-2861')
    .action((which: string, options: { json?: string }) => done(intentCheck(which, options)));
}

function withTicket(command: Command): Command {
  return command
    .requiredOption('--file <file>', 'the text of the ticket, as Markdown')
    .option('--labels <names>', 'its labels, with commas between them')
    .option('--policy <file>', 'another policy than gate.policy.yaml')
    .option('--json <file>', 'write the answer as JSON; - is standard output');
}

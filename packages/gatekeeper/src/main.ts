import { UatError } from '@uat/core';
import { gateSettings } from './settings.ts';
import { startGatekeeper } from './start-gatekeeper.ts';

const usage = `The Linear gatekeeper: keeps tickets out of work until they say what is meant (docs/gatekeeper.md).

  $ LINEAR_TOKEN=… LINEAR_WEBHOOK_SECRET=… PUBLIC_URL=https://gate.example.com pnpm gatekeeper

  LINEAR_TOKEN or LINEAR_API_KEY   how to reach Linear (docs/linear.md)
  LINEAR_WEBHOOK_SECRET            signing secret of the webhook; two, separated by a comma, during a rotation
  DATABASE_URL                     postgres://…; without it the SQLite file GATE_DATABASE (gatekeeper.db)
  PUBLIC_URL                       where people reach it; Linear delivers to PUBLIC_URL/webhooks/linear
  HOST, PORT                       127.0.0.1 and 8787
  OPERATOR_PASSWORD                password for the operator pages; without it they stay closed
  METRICS_TOKEN                    bearer token for /metrics; without it /metrics is public
  GATE_POLICY, GATE_OWNERS         gate.policy.yaml and owners.yaml of this repository
  GATE_LABEL                       label for tickets that may start, for Linear's native automation
  LOG_LEVEL                        info

Exit codes: 0 stopped, 2 configuration, 3 infrastructure.
`;

if (process.argv.some((word) => word === '--help' || word === '-h')) {
  process.stdout.write(usage);
} else {
  try {
    const gatekeeper = await startGatekeeper(gateSettings(process.env));
    const stop = () => {
      // A second signal ends the process at once.
      process.off('SIGINT', stop).off('SIGTERM', stop);
      void gatekeeper[Symbol.asyncDispose]();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

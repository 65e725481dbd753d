import { runPlatform } from '@uat/platform';
import { Option } from 'commander';
import { startPlatformWithFaults } from './start-platform-with-faults.ts';

/** The platform's command line with the option `--fault`. */
export async function runPlatformWithFaults(): Promise<void> {
  let ids: string[] = [];
  const fault = new Option('--fault <ids>', 'switch faults on, to see which test notices (A4,A24)');
  fault.argParser((text) => (ids = text.split(',').filter(Boolean)));
  await runPlatform({ options: [fault], start: (options) => startPlatformWithFaults(ids, options) });
}

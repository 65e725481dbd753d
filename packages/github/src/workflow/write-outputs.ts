import { setOutput } from '@actions/core';

/** Sets the outputs of a step; outside a workflow it does nothing. */
export function writeOutputs(outputs: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): void {
  if (!env['GITHUB_OUTPUT']) return;
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

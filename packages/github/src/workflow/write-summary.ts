import { appendFileSync } from 'node:fs';

/** GitHub shows no job summary above 1 MiB: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. */
const most = 1_000_000;
const cut = '\n\n_The rest is in the report._\n';

/** Appends Markdown to the job summary, shortened to what GitHub shows; outside a workflow it does nothing. */
export function writeSummary(markdown: string, env: NodeJS.ProcessEnv): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file) appendFileSync(file, `${shortened(markdown)}\n`);
}

function shortened(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= most) return markdown;
  const start = bytes.subarray(0, most).toString();
  return start.slice(0, start.lastIndexOf('\n')) + cut;
}

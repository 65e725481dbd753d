import type { Verdict } from '@uat/record';

/** The meaning of a verdict, in one sentence. */
export function verdictSentence({ kind, counts, failures }: Verdict): string {
  const broken = failures.filter(
    ({ cause, quarantine }) => cause === 'product' && quarantine === undefined,
  ).length;
  switch (kind) {
    case 'pass':
      return keptSentence(counts);
    case 'regression':
      if (broken === 0) return 'No test failed, but something is wrong on the target.';
      return broken === 1 ? 'One promise is broken.' : `${broken} promises are broken.`;
    case 'infrastructure':
      return 'The product could not be judged: something else was missing.';
    case 'configuration':
      return 'The run is not set up correctly.';
    case 'empty':
      return counts.notEligible > 0
        ? 'Nothing was checked: none of the selected tests can be judged on this target.'
        : 'Nothing was checked: the selection contains no test.';
    case 'interrupted':
      return 'The run was interrupted; the results until then are listed.';
  }
}

function keptSentence({ passed, flaky, skipped, notEligible, quarantined }: Verdict['counts']): string {
  const [kept, unjudged] = [passed + flaky, skipped + notEligible];
  const rest = [
    ...(quarantined === 0 ? [] : [`${quarantined} broken in quarantine`]),
    ...(unjudged === 0 ? [] : [`${unjudged} could not be judged here`]),
  ];
  const others = rest.length === 0 ? 'none broken' : rest.join(', ');
  return `${kept} ${kept === 1 ? 'promise was' : 'promises were'} kept, ${others}.`;
}

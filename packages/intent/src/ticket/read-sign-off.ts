import type { Placed } from './outline.ts';
import { readLabelled } from './read-labelled.ts';
import type { Field, SignOff } from './ticket-fields.ts';
import { signedVersions } from './versions.ts';
import { whyNotConcrete } from './why-not-concrete.ts';

const stillOpen =
  /\b(?:pending|waiting|requested|needed|wanted|required|not yet|todo|tbd|outstanding|missing|open|pendiente|en attente|ausstehend|offen)\b|未|待ち/iu;

/** A sign-off: who approved, and which version of the mock and of the contract. */
export function readSignOff(placed: readonly Placed[]): { field: Field; signOff: SignOff | undefined } {
  let signOff: SignOff | undefined;
  const candidates = readLabelled(placed, 'sign_off', ({ text, line }) => {
    const why = whyNotConcrete({ text, italic: line.italic, struck: line.struck, links: line.links });
    if (why !== undefined) return { counts: false, why };
    if (stillOpen.test(text)) return { counts: false, why: 'it is still asked for' };
    const { mock, contract } = signedVersions(text);
    const by = signer(text);
    if (by === undefined) return { counts: false, why: 'it does not say who signed' };
    signOff ??= {
      by,
      mockVersion: mock,
      contractVersion: contract,
      quote: text.slice(0, 200),
      line: line.number,
    };
    if (mock === undefined || contract === undefined) {
      return {
        counts: false,
        why: `it does not name the version of the ${mock === undefined ? 'mock' : 'contract'}`,
      };
    }
    signOff = {
      by,
      mockVersion: mock,
      contractVersion: contract,
      quote: text.slice(0, 200),
      line: line.number,
    };
    return { counts: true, why: 'one sign-off that names the versions of mock and contract' };
  }).map(({ text: _text, ...candidate }) => candidate);
  return {
    field: {
      present: candidates.some(({ counts }) => counts),
      lookedFor:
        'a line or section labelled “Sign-off”, “Approved by” or the like that says who, and which versions of mock and contract',
      candidates,
    },
    signOff,
  };
}

/** The name in `Approved by Preston on …` or `Preston, 3 November: …`. */
function signer(text: string): string | undefined {
  const name = /(?:\bby|von|por|par)\s+@?(\p{Lu}[\p{L}.-]+(?:\s+\p{Lu}[\p{L}.-]+)?)/u.exec(text)?.[1];
  if (name !== undefined) return name;
  const first = /(?:^|[\s(@])(\p{Lu}\p{Ll}[\p{L}.-]*(?:\s+\p{Lu}\p{Ll}[\p{L}.-]*)?)/u.exec(text)?.[1];
  if (
    first !== undefined &&
    !/^(?:Mock|Contract|Api|Figma|Design|Version|Approved|Signed|Both|Yes|Ok|January|February|March|April|May|June|July|August|September|October|November|December)/.test(
      first,
    )
  ) {
    return first;
  }
  return /(?:^|\s)@([\w.-]+)/.exec(text)?.[1] ?? /^([\p{Script=Han}]{2,6})/u.exec(text)?.[1];
}

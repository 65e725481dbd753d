const version =
  /(?:\bv(?:ersion)?\.?\s*\d+(?:\.\d+)*\b|\b\d+\.\d+(?:\.\d+)*\b|\b[0-9a-f]{7,40}\b(?=[^\n]*)|版\s*\d+|\bversión\s*\d+|\bversion-id=\d+)/giu;
const mockWord =
  /mock-?ups?|mocks?|figma|ux|ui|wireframes?|prototypes?|design|maqueta|maquette|entwurf|モック|デザイン/iu;
const contractWord = /contract|openapi|api|schema|spec|contrat|contrato|vertrag|schnittstelle|契約|仕様/iu;

/** The versions that a line names, normalised: `version 3` is `v3`. A commit needs both a digit and a letter. */
export function versionsIn(text: string): string[] {
  return [...text.matchAll(version)].map(([found]) => comparable(found)).filter((found) => found !== '');
}

/** The version of each artifact in a phrase such as `mock v3 together with contract 9f3c2aa`. */
export function signedVersions(text: string): { mock: string | undefined; contract: string | undefined } {
  let about: 'mock' | 'contract' | undefined;
  const found: { mock: string | undefined; contract: string | undefined } = {
    mock: undefined,
    contract: undefined,
  };
  const tokens = text.matchAll(
    new RegExp(
      `(?<mock>${mockWord.source})|(?<contract>${contractWord.source})|(?<version>${version.source})`,
      'giu',
    ),
  );
  for (const { groups } of tokens) {
    if (groups?.['mock'] !== undefined) about = 'mock';
    else if (groups?.['contract'] !== undefined) about = 'contract';
    else {
      const named = comparable(groups?.['version'] ?? '');
      if (named !== '' && about !== undefined && found[about] === undefined) found[about] = named;
    }
  }
  return found;
}

/** The version in a file's own URL: a tag or commit in the path. */
export function versionInUrl(url: string): string | undefined {
  const ref =
    /\/(?:blob|raw|tree|-\/blob)\/([^/]+)\//.exec(url)?.[1] ?? /[?&]version-id=(\d+)/.exec(url)?.[1];
  return ref === undefined || /^(?:main|master|develop|dev|trunk)$/i.test(ref) ? undefined : comparable(ref);
}

/** Whether two versions are equal: `v1.8.0` and `1.8.0`, or a commit and its prefix. */
export function sameVersion(one: string, other: string): boolean {
  const [a, b] = [one.replace(/^v/, ''), other.replace(/^v/, '')];
  return a === b || (isCommit(a) && isCommit(b) && (a.startsWith(b) || b.startsWith(a)));
}

function comparable(written: string): string {
  const text = written.toLowerCase().trim();
  if (/^[0-9a-f]{7,40}$/.test(text)) return isCommit(text) ? text : '';
  const number = /\d+(?:\.\d+)*/.exec(text)?.[0];
  if (number === undefined) return text;
  return text.includes('.') && !text.startsWith('v') ? number : `v${number}`;
}

const isCommit = (text: string) => /^[0-9a-f]{7,40}$/.test(text) && /\d/.test(text) && /[a-f]/.test(text);

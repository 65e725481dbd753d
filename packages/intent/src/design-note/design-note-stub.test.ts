import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkDocument } from '../templates/check-document.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import { readTicket } from '../ticket/read-ticket.ts';
import { designNoteStub, isDraftNote } from './design-note-stub.ts';
import { openApiFacts } from './open-api-facts.ts';

const root = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');
const template = root('packages/intent/templates/design-note.md');
const api = openApiFacts(parse(root('packages/contract/openapi.yaml')));
const facts = {
  ticket: 'ENG-2861',
  title: 'Tokens end when they are revoked',
  description:
    'Change `/auth/users/{id}`.\n\n## Acceptance criteria\n- a revoked token stops working at once\n',
  api,
  tests: ['authnz › personal-access-tokens › a revoked token stops working at once'],
};
const draft = designNoteStub(template, facts);

describe('designNoteStub', () => {
  test('is filled in from ticket, contract and tests', () => {
    expect(api?.operations.length).toBeGreaterThan(50);
    expect(draft).toContain('# Design note: Tokens end when they are revoked');
    expect(draft).toContain('- a revoked token stops working at once');
    expect(draft).toMatch(/`(?:GET|PATCH|PUT|DELETE) \/auth\/users\/\{\w+\}`: admin/);
    expect(draft).toContain('authnz › personal-access-tokens');
    expect(draft).not.toContain('{{');
  });

  test('is a draft, which does not count before a person has edited it', () => {
    const inTicket = (note: string) =>
      readTicket(`## Design note\n\n${note.replaceAll(/^#/gm, '###')}`).fields.design_note;

    expect(inTicket(draft).present).toBe(false);
    expect(
      inTicket(
        draft
          .replace(/^<!-- uat:draft.*$/m, '')
          .replace('## Approach', '## Approach\n\nWe end sessions in the gateway.'),
      ).present,
    ).toBe(true);
    expect(checkDocument(draft)?.findings[0]).toContain('still a draft');
  });

  test('stays a draft when Linear returns it in another form', () => {
    const back = draft
      .replace(/^<!--.*-->\n+/gm, '')
      .replaceAll(/^- /gm, '* ')
      .replaceAll('\n', '\r\n');

    expect(isDraftNote(back, draft)).toBe(true);
    expect(isDraftNote(back.replace('stops working', 'ends'), draft)).toBe(false);
  });

  test('never overwrites what a person wrote', () => {
    const edited = draft.replace('## Approach', '## Approach\n\nWe end sessions in the gateway.');

    expect(designNoteStub(template, { ...facts, title: 'Other' }, { text: edited, drafted: draft })).toBe(
      edited,
    );
    expect(designNoteStub(template, { ...facts, title: 'Other' }, { text: draft, drafted: draft })).toContain(
      '# Design note: Other',
    );
  });
});

describe('templates', () => {
  test.each(['prd', 'mock'] as const)('%s: nothing in it counts before it is written', (kind) => {
    const text = fillTemplate(root(`packages/intent/templates/${kind}.md`), {
      ticket: 'ENG-1',
      title: 'Lists',
    });
    const { fields } = readTicket(text);

    expect(checkDocument(text)?.kind).toBe(kind);
    expect(checkDocument(text)?.findings.length).toBe(kind === 'prd' ? 6 : 2);
    expect(Object.values(fields).map(({ present }) => present)).not.toContain(true);
  });

  test('a completed document has no findings', () => {
    const text =
      '<!-- uat:mock -->\n# M\n## Screen\n[v3](https://www.figma.com/design/a/b)\n## Journey\nFrom the list to the model and back.\n';

    expect(checkDocument(text)).toEqual({ kind: 'mock', findings: [] });
    expect(checkDocument('# Just a file')).toBeUndefined();
  });

  test('an unknown placeholder is reported', () => {
    expect(() => fillTemplate('{{tittle}}', { title: 'a' })).toThrow('{{tittle}}; available are title');
  });
});

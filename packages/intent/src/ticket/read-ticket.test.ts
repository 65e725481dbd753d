import { describe, expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';
import type { FieldName } from './ticket-fields.ts';

const letters: Record<FieldName, string> = {
  dod: 'd',
  success_criteria: 's',
  milestone_in_text: 'm',
  mock_link: 'k',
  contract_link: 'c',
  design_note: 'n',
  sign_off: 'o',
};

// Expected fields: d Definition of Done, s success criteria, m milestone, k mock, c contract, n design note, o
// sign-off.
const cases: [name: string, found: string, text: string][] = [
  ['jira', 'k', 'h3. Design\n[Figma|https://www.figma.com/design/AU/Audit]'],
  ['plus-collapsed', 'd', '+++ Acceptance criteria\n\n- the list keeps its order\n\n+++'],
  ['gt-collapsed', 'd', '>>> Acceptance criteria\n\n- the list keeps its order\n'],
  [
    'details-inline',
    'dk',
    '<details><summary>Acceptance Criteria</summary>\n- the list keeps its order after reload\n</details>\n\nMock: <a href="https://www.figma.com/design/AB/x">figma</a>',
  ],
  [
    'details-html',
    'd',
    '<details>\n<summary><b>Acceptance criteria</b></summary>\n<ul><li>the list keeps its order</li></ul>\n</details>',
  ],
  ['bold colon inline', 'd', '**Acceptance criteria:** the list keeps its order.'],
  ['bold outside colon', 'd', '**Acceptance criteria**: \n- the list keeps its order.'],
  ['underline html', 'd', '<u>Acceptance criteria</u>\n- the list keeps its order.'],
  [
    'bold dod w/ sub-bold',
    'd',
    '**Acceptance criteria**\n\n**Happy path**\n- the list keeps order\n\n**Errors**\n- shown',
  ],
  ['ac prefixed items', 'd', 'Things:\n- AC1: the list keeps order\n- AC2: errors are shown'],
  ['AC numbered', 'd', 'AC1: the list keeps its order\nAC2: errors are shown in the toast'],
  ['checked template', '', '## Acceptance criteria\n- [ ] TBD\n- [ ] N/A\n- [ ] ~~old one is here~~'],
  ['DoD then notes', '', '## Definition of Done\n\n**Notes**\nsome text here that is not it'],
  ['comment inside', '', '## Definition of Done\n<!-- the list keeps order -->'],
  ['table gwt', 'd', '| Given | When | Then |\n|---|---|---|\n| a list | it is reloaded | order is kept |'],
  [
    'gwt bold bullets',
    'd',
    '- **Given** a list of models\n- **When** I reload the page\n- **Then** the order is kept',
  ],
  ['gwt one line', 'd', 'Given a list of models, when I reload it, then the order is kept.'],
  [
    'scenario heading',
    'd',
    '### Scenario: reload\nGiven a list of models\nAnd a filter\nWhen I reload\nThen the order is kept\nAnd the filter too',
  ],
  [
    'fenced gherkin unlabelled',
    '',
    'Example of steps:\n```gherkin\nGiven a list\nWhen I reload it\nThen the order is kept\n```',
  ],
  ['ja gwt', 'd', '前提 期限切れのトークンがある\nもし トークン画面を開く\nならば 灰色で表示される'],
  ['de dod heading', 'd', '## Definition of Done (DoD)\n* Der Export enthält alle Zeilen'],
  ['figma img link', 'k', '[![design](https://x.y/a.png)](https://www.figma.com/file/abc/Foo)'],
  ['ref only Figma', '', 'Figma for reference only: https://www.figma.com/file/abc/Old'],
  ['figma in comment', '', '<!-- https://www.figma.com/file/abc/Foo -->'],
  ['figma in fence', '', '```\nhttps://www.figma.com/file/abc/Foo\n```'],
  ['design system', '', 'We use the design system https://www.figma.com/file/abc/DS'],
  ['contract repo path', 'c', 'The contract is `contracts/foo.openapi.yaml`.'],
  ['api docs html', 'c', '**API contract:** [Tokens API](<https://docs.acme.dev/api/tokens>)'],
  ['bare route labelled', '', 'API contract: `POST /api/v1/models`'],
  ['contract future', 'c', 'We will write packages/sdk/openapi.yaml in this ticket.'],
  ['employment', '', 'The contract with ACME: https://drive.google.com/file/d/1/contract.pdf'],
  ['milestone heading', 'm', '## Milestone\nBeta 2'],
  ['milestone table row', 'm', '| Milestone | Beta 2 |\n|---|---|\n| Team | Core |'],
  ['milestone bullets', 'm', '- Milestone: **Beta 2**\n- Team: core'],
  ['milestone TBD', '', 'Milestone: TBD'],
  ['milestone front', 'm', '---\nmilestone: Beta 2\nteam: core\n---\nText here'],
  ['success bold', 's', '**Success criteria:** p95 under 300 ms'],
  ['success w/o number', '', '**Success criteria:** it is faster'],
  ['success version number only', '', '**Success criteria:** works with v2 of ENG-123'],
  ['success in goals', 's', '## Success Metrics 📈\n* Activation: 40% → 55%'],
  ['see description', '', '## Acceptance criteria\nSee description'],
  ['works', '', '## Acceptance criteria\n- works'],
  ['bullets under caps', 'd', 'DEFINITION OF DONE:\n* the list keeps its order'],
  ['template gwt', '', '## Acceptance criteria\nGiven [context]\nWhen [action]\nThen [outcome]'],
  ['template gwt2', '', 'Given <context>\nWhen <action>\nThen <result>'],
  [
    'linear norm',
    'dk',
    '## Acceptance criteria\n\n* [ ] the list keeps its order\n* [X] errors are shown\n\n## Mock\n\n[Figma](<https://www.figma.com/design/x/y>)',
  ],
  ['prose mention', '', 'We have no acceptance criteria: the customer wants it fast.'],
  ['missing', '', 'Acceptance criteria are missing. Please add.'],
  ['dod in title-like prose', '', 'Definition of Done will be added by the PM next week.'],
  ['dod to be added', '', 'Definition of Done: will be added by the PM next week.'],
  ['blockquote template', '', '## Acceptance criteria\n> List what must be true for this to be accepted.'],
  ['blockquote real', 'd', '## Acceptance criteria\n> the list keeps its order after reload'],
  ['code in ac', 'd', '## Acceptance criteria\n- `GET /health` answers 200'],
  ['fr maq', 'k', '**Maquette :** https://www.figma.com/design/x/y'],
  ['es contract', 'c', '**Contrato de API:** `contratos/usuarios.yaml`'],
  ['de mock bild', 'k', '## Mockup\n![](https://uploads.linear.app/a/b/c)'],
  ['screens', '', '## Screenshots\n![current](https://uploads.linear.app/a/b/c.png)'],
  ['design heading w/ text', '', '## Design\nWe will use a queue.'],
  ['figma struck', '', '## Mock\n~~https://www.figma.com/design/x/y~~'],
  ['graphql in text', 'c', 'Schema: `schema/deployments.graphql`'],
  ['other pr contract', '', 'Contract tests are red in https://github.com/acme/x/actions/runs/1'],
  ['dor heading w figma', 'k', '## Definition of Ready\n- [x] mock https://www.figma.com/design/x/y'],
  ['nested quote dod', '', '> **Acceptance criteria**\n> - a b c'],
  ['ex', '', '## Example ticket\n\n```\n## Acceptance criteria\n- x y z\n```'],
];

describe('readTicket', () => {
  test.each(cases)('%s: %s', (_name, found, text) => {
    const { fields } = readTicket(text);

    const present = Object.entries(fields).filter(([, field]) => field.present);
    expect(present.map(([name]) => letters[name as FieldName]).join('')).toBe(found);
  });

  test('gives the location of each candidate, and why it does not count', () => {
    const { fields } = readTicket(
      '# Bell\n\n## Acceptance criteria\n- [ ] TBD\n\n## Mock\n[link](https://www.figma.com/)\n',
    );

    expect(fields.dod.candidates).toEqual([
      {
        where: 'section “Acceptance criteria”, line 4',
        line: 4,
        quote: 'TBD',
        counts: false,
        why: 'it is a placeholder',
      },
    ]);
    expect(fields.mock_link.candidates[0]).toMatchObject({
      line: 7,
      counts: false,
      why: 'the front page of www.figma.com is not a mock',
    });
  });

  test('returns items with their checkboxes, and the version of a link', () => {
    const { dodItems, contracts } = readTicket(
      'AC\n- [x] a list has an order\n- [ ] it is kept after reload\n\nContract: https://github.com/a/b/blob/9f3c2aa/api/openapi.yaml',
    );

    expect(dodItems.map(({ done }) => done)).toEqual([true, false]);
    expect(contracts).toEqual([
      { url: 'https://github.com/a/b/blob/9f3c2aa/api/openapi.yaml', line: 5, version: '9f3c2aa' },
    ]);
  });

  test('says what was not read', () => {
    const long = `${'a line of words\n'.repeat(9000)}## Acceptance criteria\n- too late to be read`;

    const { fields, notRead } = readTicket(long);

    expect(fields.dod.present).toBe(false);
    expect(notRead.join(' ')).toMatch(/only the first \d+ were read/);
  });
});

describe('the kind of work in a text', () => {
  test.each([
    ['Add a button to the settings page.', ['interface']],
    ['`GET /api/models` needs paging.', ['contract']],
    ['Connect to Salesforce, so that leads arrive.', ['contract']],
    [
      'The invite screen gets a button for teams, and the invite endpoint `POST /api/invites` accepts `team_id` in its request body.',
      ['interface', 'contract'],
    ],
    ['Bump the base image. No API change, no UI change.', []],
    ['Rotate the certificates of the build machines every 90 days.', []],
    ['Auf der Startseite fehlt eine Schaltfläche.', ['interface']],
    ['一覧画面に並べ替えボタンを追加する。', ['interface']],
    ['Nuevo botón en la pantalla de usuarios.', ['interface']],
    ['Un bouton sur l’écran de connexion.', ['interface']],
    ['The backup job pages on-call when the lag is over an hour.', []],
  ])('%s', (text, kinds) => {
    expect(readTicket(text).work.map(({ kind }) => kind)).toEqual(kinds);
  });
});

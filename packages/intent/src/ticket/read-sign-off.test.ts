import { describe, expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';

describe('a sign-off counts', () => {
  test.each([
    // behind a label
    ['Preston', 'Sign-off: Preston, mock v3 and contract 1.2.0'],
    ['Preston', 'Sign-off from Preston: mock v3 (12 Nov)'],
    ['Maarten de Vries', '**Sign-off** Maarten de Vries, 3 May'],
    ['Sabine Krüger', 'UX/API-Freigabe: Sabine Krüger, 3.5.'],
    ['Yıldız', 'Freigegeben durch Frau Yıldız, Mockup v3 und Vertrag 1.1'],
    ['Karla Méndez', 'VoBo: Ing. Karla Méndez, 3 de junio'],
    ['Diallo', 'Bon pour accord : Mme Diallo, 3 mai'],
    ['山本 健太', '承認者：山本 健太、2025/05/12'],
    ['大久保', '承認：承認済み（PM 大久保、6/18、モックv3）'],
    // in a section or a list
    ['Camille Roux', '## Validation\nCamille Roux, maquette v3 et contrat 1.2, le 4 juin'],
    ['Carla Ruiz', '## Sign-off\n- [x] Design: Carla Ruiz, 3 May\n- [ ] API: pending'],
    ['Helen Park', '<details><summary>Sign-off</summary>\n\nHelen Park, 3 May, mock v2\n\n</details>'],
    // in a table
    [
      'Lena Fischer',
      '## Approvals\n\n| Who | What | When |\n|---|---|---|\n| Lena Fischer | mock v4 | 3 May |',
    ],
    ['Noor Haddad', '## Sign-offs\n\n| Area | Name | Status |\n|---|---|---|\n| UX | Noor Haddad | ✅ |'],
    ['Aisha Bello', '| Artefact | Version | Approved by |\n|---|---|---|\n| Contract | 1.2 | Aisha Bello |'],
    ['Kim Larsen', '| Field | Value |\n|---|---|\n| Sign-off | Kim Larsen (design), 3 Sept |'],
    ['高橋', '| 承認者 | 対象 | 日付 |\n|---|---|---|\n| 高橋 | モック v2 | 5/12 |'],
    // in a sentence
    ['Ilse Verbruggen', 'Signed off by Ilse Verbruggen on 14 May.'],
    ['Marta', 'OK from Marta (PM) on 12 May: mock v2.'],
    ['Ravi Patel', '## AC\n- a list keeps its order\n\nMock v3 was signed off by Ravi Patel.'],
    ['Brandt', 'Herr Brandt hat das Mockup v2 am 3.5. freigegeben.'],
    ['Lucía Fernández', 'Lucía Fernández dio el visto bueno a la maqueta v3 el martes.'],
    ['Camille Roux', 'Validé le 3 mai par Camille Roux.'],
    ['伊藤', 'モックv3は伊藤さんの承認済みです。'],
  ])('with the name of %s: %s', (name, text) => {
    const { fields, signOff } = readTicket(text);

    expect(fields.sign_off.present).toBe(true);
    expect(signOff?.by).toContain(name);
  });
});

describe('a sign-off does not count', () => {
  test.each([
    // still to come
    ['Sign-off: pending (Probst)'],
    ['Sign-off: to be signed by Preston'],
    ['Sign-off: Helen Park?'],
    ['Sign-off wanted from Preston by 3 May'],
    ['Freigabe: Frau Weber schaut nächste Woche drauf'],
    ['Visto bueno: falta el de Lucía'],
    ['Camille Roux validera à son retour.'],
    ['承認：未（田中さんに依頼予定）'],
    ['承認者（予定）：田中'],
    ['## Sign-off\n- [ ] Preston\n- [ ] Daniel'],
    ['## Approvals\n\n| Who | What | When |\n|---|---|---|\n| Preston | mock | |'],
    ['## Sign-off\n\n| Role | Name | Signed |\n|---|---|---|\n| UX | Helen Park | no |'],
    // a name that approved nothing, or an approval without a name
    ['Approver: Helen Park'],
    ['Sign-off owner: Helen Park'],
    ['Sign-off: Legal and Security'],
    ['## Freigabe\nFachbereich und Datenschutz'],
    ['Validation: the totals match Kafka and Postgres'],
    // forms
    ['Approved by: ____________'],
    ['## Validation\nNom / date'],
    ['Freigabe durch: Name, Datum'],
    // said of something else, or taken back
    ['The refund must be approved by Anna Smith.'],
    ['## Acceptance criteria\n- A refund approved by Anna Smith appears in the list'],
    ['Approval was withdrawn by Preston on 3 May.'],
    ['> Approved by Preston, that was for the old ticket'],
  ])('%s', (text) => {
    expect(readTicket(text).fields.sign_off.present).toBe(false);
  });
});

test('of several sign-offs, the one that names both versions is given to the joint review', () => {
  const { signOff } = readTicket(
    '## Sign-off\n- Carla Ruiz: mock v3\n- Omar Haddad: mock v3 and contract 1.2.0\n',
  );

  expect(signOff).toMatchObject({ by: 'Omar Haddad', mockVersion: 'v3', contractVersion: '1.2.0' });
});

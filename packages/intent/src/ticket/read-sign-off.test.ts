import { describe, expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';

describe('a sign-off counts', () => {
  test.each([
    // after a label
    ['Preston', 'Sign-off: Preston, mock v3 and contract 1.2.0'],
    ['Preston', 'Sign-off from Preston: mock v3 (12 Nov)'],
    ['Maarten de Vries', '**Sign-off** Maarten de Vries, 3 May'],
    ['Sabine Krüger', 'UX/API-Freigabe: Sabine Krüger, 3.5.'],
    ['Yıldız', 'Freigegeben durch Frau Yıldız, Mockup v3 und Vertrag 1.1'],
    ['Karla Méndez', 'VoBo: Ing. Karla Méndez, 3 de junio'],
    ['Diallo', 'Bon pour accord : Mme Diallo, 3 mai'],
    ['山本 健太', '承認者：山本 健太、2025/05/12'],
    ['大久保', '承認：承認済み（PM 大久保、6/18、モックv3）'],
    ['Jana Seidel', '**Abnahme:** Jana Seidel, 12.11., Mockup Variante C'],
    ['Jana Seidel', 'Abnahme: Jana Seidel am 12.11.'],
    ['Priya Nair', 'Reviewed and approved: Priya Nair (12 May)'],
    ['Priya Nair', 'Approval ✅ Priya Nair, 12 May'],
    ['Tom Okafor', 'Design review: approved by Tom Okafor, mock v2'],
    ['Omar Haddad', 'Final OK: Omar Haddad, 3 May'],
    ['Omar Haddad', 'UX OK: Omar Haddad 3 May / API OK: Lena Fischer 4 May'],
    ['Marta Soler', 'Aprobó: Marta Soler, 3 de junio'],
    ['Marta Soler', 'Conformidad de Marta Soler (3 de junio)'],
    ['Luc Moreau', 'Validé par : Luc Moreau, 3 mai'],
    ['Luc Moreau', 'Validation : OK de Luc Moreau le 3 mai'],
    ['Luc Moreau', 'Relu et validé par Luc Moreau, maquette v2.'],
    ['Anke Vogt', 'Freigabe erteilt: Anke Vogt, 3.5.'],
    ['Anke Vogt', 'Abgenommen: Anke Vogt, 3.5.'],
    ['佐々木', '承認：佐々木（5/12）'],
    ['佐々木', 'サインオフ：佐々木 5/12'],
    ['佐々木', '佐々木さん承認済み（5/12）'],
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
    ['Ana Ruiz', '| Sign-off | Version | Date |\n|---|---|---|\n| Ana Ruiz | mock v3 | 3 May |'],
    // in a sentence
    ['Priya Nair', 'Priya Nair signed off mock v3 and contract 1.2 on 12 May.'],
    ['Priya Nair', 'Both were approved on 12 May by Priya Nair and Tom Okafor.'],
    ['Priya Nair', 'Sign-off was given by Priya Nair on 12 May.'],
    ['Priya Nair', 'Priya Nair (PM) approved mock v3 on 12 May, no open points.'],
    ['Anke Vogt', 'Anke Vogt hat am 3.5. die Freigabe für Mockup v3 erteilt.'],
    ['Luc Moreau', 'Luc Moreau a donné son feu vert le 3 mai.'],
    ['Marta Soler', 'La maqueta v2 fue aprobada por Marta Soler el 3 de junio.'],
    ['Ilse Verbruggen', 'Signed off by Ilse Verbruggen on 14 May.'],
    ['Marta', 'OK from Marta (PM) on 12 May: mock v2.'],
    ['Ravi Patel', '## AC\n- a list keeps its order\n\nMock v3 was signed off by Ravi Patel.'],
    ['Brandt', 'Herr Brandt hat das Mockup v2 am 3.5. freigegeben.'],
    ['Lucía Fernández', 'Lucía Fernández dio el visto bueno a la maqueta v3 el martes.'],
    ['Camille Roux', 'Validé le 3 mai par Camille Roux.'],
    ['伊藤', 'モックv3は伊藤さんの承認済みです。'],
  ])('by %s: %s', (name, text) => {
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
    // a name without an approval, or an approval without a name
    ['Approver: Helen Park'],
    ['Sign-off owner: Helen Park'],
    ['Sign-off: Legal and Security'],
    ['## Freigabe\nFachbereich und Datenschutz'],
    ['Validation: the totals match Kafka and Postgres'],
    ['Abnahme: Jana Seidel'],
    ['## Abnahme\n- Der Export enthält alle Zeilen\n- Anna Weber sieht die Liste nach 3 Sekunden'],
    ['Abnahme: am 12.11. durch Jana Seidel geplant'],
    ['Reviewed by: Priya Nair'],
    ['Auditor sign-off: pending'],
    ['Priya Nair asked for approval on 12 May.'],
    ['Priya Nair approved the budget last year; the mock is still open.'],
    // forms
    ['Approved by: ____________'],
    ['## Validation\nNom / date'],
    ['Freigabe durch: Name, Datum'],
    // about something else, or withdrawn
    ['The refund must be approved by Anna Smith.'],
    ['## Acceptance criteria\n- A refund approved by Anna Smith appears in the list'],
    ['Approval was withdrawn by Preston on 3 May.'],
    ['> Approved by Preston, that was for the old ticket'],
  ])('%s', (text) => {
    expect(readTicket(text).fields.sign_off.present).toBe(false);
  });
});

test('of several sign-offs, the one that names both versions is used for the joint review', () => {
  const { signOff } = readTicket(
    '## Sign-off\n- Carla Ruiz: mock v3\n- Omar Haddad: mock v3 and contract 1.2.0\n',
  );

  expect(signOff).toMatchObject({ by: 'Omar Haddad', mockVersion: 'v3', contractVersion: '1.2.0' });
});

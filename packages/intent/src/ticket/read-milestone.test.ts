import { expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';

test.each([
  ['Team: Core, Milestone: Beta 2, Owner: Jo'],
  ['Fix the dead links. Milestone: Beta 2.'],
  ['Fix the dead links. (Milestone: Beta 2)'],
  ['**Milestone** Beta 2'],
  ['Milestone Beta 2'],
  ['Milestone: Beta 2, due 3 May'],
  ['Milestone: Q3 hardening'],
  ['Milestone: 4.2'],
  ['Milestone: Open Beta'],
  ['Jalon : Sans papier'],
  ['Team Payments · Milestone “Beta 2” · 5 points'],
  ['Meilenstein (Ziel): Pilot Kassel'],
  ['| Equipo | Hito |\n|---|---|\n| Pagos | Beta pública |'],
  ['* **Jalon** : Ouverture Belgique'],
  ['This is part of the "Trust Center 1.0" milestone.'],
  ['Este ticket pertenece al hito «Beta pública».'],
  ['Fait partie du jalon « Pilote Lyon ».'],
  ['Gehört zum Meilenstein „Betriebsreife“.'],
  ['マイルストーン「ベータ2」に含まれます。'],
])('a named milestone counts: %s', (text) => {
  expect(readTicket(text).fields.milestone_in_text.present).toBe(true);
});

test.each([
  // none
  ['**Meilenstein:** noch keiner'],
  ['Hito: aún sin asignar'],
  ["Jalon : aucun pour l'instant"],
  ['Milestone: ask Petra'],
  ['## Milestone\n_Name of the milestone, or leave empty_'],
  ['Milestone owner: Jo'],
  // dates
  ['Milestone: end of March'],
  ['Milestone: Q3 2027'],
  ['Meilenstein: KW 46'],
  ['Jalon : fin juin'],
  ['Hito: finales de junio'],
  ['マイルストーン：6月末'],
  ['Milestone: next sprint'],
  // of something else
  ["I don't think it belongs to the “Console 5” milestone."],
  ['Nadia wants it before the “Search 2.0” milestone of the other team.'],
  ['The page lists each milestone: name, date and owner.'],
])('this is no milestone of the ticket: %s', (text) => {
  expect(readTicket(text).fields.milestone_in_text.present).toBe(false);
});

import { expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';

test.each([
  ['Bump Go to 1.23 on all runners. DoD: the six repos build green.'],
  ['| Done when | How we look |\n|---|---|\n| all rows are written | the check prints 1412 |'],
  ['Fertig, wenn die Liste sortiert bleibt und der Export läuft.'],
  ['Se da por hecho cuando la lista mantiene el orden tras recargar.'],
  ["C'est fini quand la liste garde son ordre après rechargement."],
  // words that may mean nothing, at the beginning of a sentence
  ['## Acceptance criteria\n- No row is lost'],
  ['## Acceptance criteria\n- Empty search shows "nothing found"'],
  ['## Acceptance criteria\n- Pending invites show a grey badge'],
  ['## Akzeptanzkriterien\n- Keine Zeile geht verloren'],
  ["## Critères d'acceptation\n- Aucune ligne n'est perdue"],
  ['## Criterios de aceptación\n- Ninguna fila se pierde'],
  ['## 受け入れ条件\n- 不要な列が表示されない'],
])('a Definition of Done counts: %s', (text) => {
  expect(readTicket(text).fields.dod.present).toBe(true);
});

test.each([
  ['## Criterios de aceptación\n*Rellenar según la plantilla del equipo*'],
  ["## Critères d'acceptation\n- [ ] _Décrire ici un critère vérifiable_"],
  ['## Akzeptanzkriterien\nBitte hier eintragen'],
  ['## 受け入れ条件\n（ここに記入してください）'],
  ['## Acceptance criteria\n- ~~the list keeps its order~~\n\n(removed in refinement, to be rewritten)'],
  ['## Acceptance criteria\n- As agreed in the meeting'],
  ['## Acceptance criteria\n- [ ] Given … when … then …'],
  ['完了条件：別途記載'],
])('this is not a Definition of Done: %s', (text) => {
  expect(readTicket(text).fields.dod.present).toBe(false);
});

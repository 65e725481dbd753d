import { expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';

test.each([
  ['Design note: https://www.notion.so/acme/Fleet-77aa'],
  ['Tech spec is at https://docs.google.com/document/d/1x/edit'],
  ['Design note: docs/adr/0042-idempotent-deploys.md'],
  ['See [RFC 58: bring your own model](https://acme.notion.site/RFC-58)'],
  ['Choix techniques : voir [ADR-031](https://gitlab.acme.fr/adr/-/blob/main/031.md)'],
  ['ESPECIFICACIÓN TÉCNICA\nhttps://acme.atlassian.net/wiki/spaces/N/pages/81/RFC-018'],
  ['| Field | Value |\n|---|---|\n| Design note | [Queue](https://acme.notion.site/q-12) |'],
  ['## Technical design\nThe worker claims a row with SKIP LOCKED and commits before it sends.'],
  ['## Technisches Konzept\nDer Dienst liest in Stapeln von 500 und bestätigt erst nach dem Schreiben.'],
  ['## Note de conception\nLe numéro de séquence est attribué dans la même transaction.'],
  ['Nota de diseño: la cola se particiona por cliente y se confirma después de escribir.'],
  ['## 設計メモ\nカーソルは署名付きの不透明な文字列とし、クライアントに中身を解釈させない。'],
])('a design note counts: %s', (text) => {
  expect(readTicket(text).fields.design_note.present).toBe(true);
});

test.each([
  // drafts and templates
  ['## ADR\n\nStatus: draft\nContext: why do we need a decision?\nDecision: what did we decide?'],
  ['## ADR\n\nStatus: draft\nThe queue is split by customer and each part has a worker of its own.'],
  ['## Design note (draft, unedited)\nThe ticket asks for a list that keeps its order after a reload.'],
  ['## Design note\n_Describe the approach in two or three sentences._'],
  ['## Nota de diseño\nTítulo de la nota\nOpciones: enumera las alternativas consideradas.'],
  ['## Note de conception\nDécrire ici l’approche retenue en quelques phrases.'],
  ['## Entwurfsnotiz\nBitte hier den Ansatz in drei Sätzen beschreiben.'],
  ['## 設計メモ\nここに方針を2〜3行で記入してください。'],
  ['Design note: https://acme.notion.site/design-note-template'],
  // not there
  ['Design note: will be written by Kai next week'],
  ['Design note: no design note needed, trivial change'],
  ['Nota de diseño: no hace falta, es un cambio pequeño'],
  ['設計メモ：軽微な変更のため不要'],
  ['**Design-Notiz:** ~~https://wiki.acme.de/x/split~~ (gilt nicht mehr)'],
  ['Design note: discussed in https://acme.slack.com/archives/C1/p2'],
  // of somebody else, or of another change
  ['Errors follow [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457).'],
  ['RFC: we follow RFC 6902 for the patch format'],
  ['Tech spec: https://stripe.com/docs/api/charges'],
  ['Technical spec: https://developer.bank.example.org/accounts'],
  ['Inspired by [RFC 12 of the platform team](https://acme.notion.site/rfc-12).'],
  ['Errors follow the format of [ADR-12](https://git.acme.io/adr/12.md).'],
  ['# Rewrite the design doc of billing\nIt is two years old and people no longer trust it.'],
  ['> **Design note**\n> https://acme.notion.site/old\n\nThe tooltip on the usage chart shows raw ids.'],
])('this is no design note of the change: %s', (text) => {
  expect(readTicket(text).fields.design_note.present).toBe(false);
});

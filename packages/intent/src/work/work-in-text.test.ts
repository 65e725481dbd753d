import { describe, expect, test } from 'vitest';
import { readTicket } from '../ticket/read-ticket.ts';

const kindsOf = (text: string) =>
  readTicket(text)
    .work.map(({ kind }) => kind)
    .join(' and ');

describe('the kind of work in a text', () => {
  test.each([
    ['Show the last login of each member in the members list.'],
    ['The export dialog closes when the session is renewed. It must stay open.'],
    ['En la pantalla de pedidos falta un filtro por fecha.'],
    ['Le champ « Code postal » refuse les espaces.'],
    ['In der Eingabemaske für Reisekosten fehlt das Feld Kostenstelle.'],
    ['注文一覧画面に「キャンセル済み」の絞り込みを追加する。'],
    ['On the API keys page, show when a key was last used.'],
    [
      'The matrix replaces the drawer. Nothing changes server-side, `GET /v1/roles` already returns everything.',
    ],
  ])('interface: %s', (text) => {
    expect(kindsOf(text)).toBe('interface');
  });

  test.each([
    ['Webhook `invoice.paid` should carry the tax breakdown.'],
    ['Connect to DATEV so that bookings arrive without an export.'],
    ['La API de pedidos tiene que devolver también el descuento.'],
    ["L'API doit renvoyer 409 quand la commande est déjà annulée."],
    ['Die API soll gelöschte Kunden mit 410 beantworten.'],
    ['freeeと連携し、請求データを自動で送る。'],
  ])('contract: %s', (text) => {
    expect(kindsOf(text)).toBe('contract');
  });

  test.each([
    ['Members get a role per project: the members page shows it, and the members API gets `role`.'],
    ['Neue Ansicht „Lieferstatus“ im Portal, dazu ein Endpunkt `GET /v2/shipments` für Händler.'],
    ['Change the form.\n\nMock: https://www.figma.com/design/a/b\nContract: contracts/a.openapi.yaml'],
  ])('both: %s', (text) => {
    expect(kindsOf(text)).toBe('interface and contract');
  });

  test.each([
    // internal work that mentions a screen or an API
    ['Rewrite the README: the quick start still uses the v1 endpoint and a screenshot of the old console.'],
    ['Flaky e2e test: the login page test times out in CI twice a day.'],
    ['Postmortem action: the alert for 5xx on the public API fires too late.'],
    ['Bump React from 18 to 19. Screens must look the same.'],
    ['Spike: compare three table libraries for the reports page.'],
    ['Backfill `orders.country` for rows before 2021, in batches of 10k.'],
    // said not to be changed
    ['Move the session store to Postgres. Users see no difference, the API stays the same.'],
    ['Migrar los trabajos nocturnos a Airflow. Los clientes no notan nada, la API no cambia.'],
    ['Journaux internes ; les clients ne voient rien changer, ni écran ni API.'],
    ['Die Schnittstelle `SessionStore` wird herausgelöst. Nach außen ändert sich nichts.'],
    ['手順書を直す。画面やAPIには関係ないです。'],
  ])('other: %s', (text) => {
    expect(kindsOf(text)).toBe('');
  });
});

import { expect, test } from 'vitest';
import { readTicket } from '../read-ticket.ts';

test.each([
  ['Add `bool cold = 9;` to `proto/gateway/v2/generate.proto`.'],
  ['Mark `old_name` as deprecated in `proto/ingest/v1/span.proto`.'],
  ['The field moves to `schema.graphql`; clients keep working unchanged.'],
  ['`api/jobs/openapi.yml` に `cursor` を追加。`offset` は非推奨（deprecated: true）とします。'],
  ['Vertrag: `contracts/rest/statements-1.0.yaml` (neu anzulegen)'],
  ['## Contrato\n\nVersión que vamos a consumir: https://banco.es/specs/ais-1.3.12.yaml'],
])('the contract of the change counts: %s', (text) => {
  expect(readTicket(text).fields.contract_link.present).toBe(true);
});

test.each([
  // unchanged contracts
  ['Nothing moves for callers: `openapi/token-service.yaml` stays exactly as it is.'],
  ['We leave `proto/a.proto` alone.'],
  ['The endpoint in `openapi/users.yaml` already returns everything.'],
  ['El contrato `openapi/x.yaml` queda igual.'],
  ['On ne touche pas à `openapi/x.yaml`.'],
  ['`openapi/x.yaml` bleibt unverändert.'],
  ['`openapi/x.yaml` はそのまま。'],
  // other contracts
  ['We only read `openapi/x.yaml` here.'],
  ['`openapi/x.yaml` is changed in ENG-12, by another team.'],
  ['The old contract `contracts/v1.openapi.yaml` is gone.'],
  ['Contract tests against `contracts/v1.openapi.yaml` are flaky.'],
])('this is not a contract of the change: %s', (text) => {
  expect(readTicket(text).fields.contract_link.present).toBe(false);
});

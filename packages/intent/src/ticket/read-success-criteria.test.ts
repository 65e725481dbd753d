import { expect, test } from 'vitest';
import { readTicket } from './read-ticket.ts';

test.each([
  ['## Success metrics\n- Activation: 40 % → 55 %'],
  ['HOW WE KNOW IT WORKED (KPI)\n- back-office requests fall below 60 per week'],
  ['## Goals\n- p95 under 300 ms'],
  ['Targets: at least 25 customers use it'],
  ['Success criteria: nine in ten uploads need no retry'],
  ['Success criteria: support calls are halved'],
  ['| KPI | Today | Target |\n|---|---|---|\n| clicks to pay | 7 | 3 |'],
  ['## Metrics\n\n| Metric | Now | Goal |\n|---|---|---|\n| failed imports | 12 % | 2 % |'],
  ['## Métricas de éxito\n- del 41 % al 60 % en ocho semanas'],
  ['Objetivos: restaurar en menos de 30 minutos'],
  ['Criterios de éxito: factura de la nube inferior a 7.500 €'],
  ['OBJECTIFS CHIFFRÉS\n\n– coût mensuel : moins de 2 100 €'],
  ['Comment on saura que ça marche : 95 % des colis ont un poids'],
  ['Zielwerte: höchstens 1 % der Meldungen werden abgelehnt'],
  ['Woran messen wir den Erfolg\n- Abbrüche sinken von 19 % auf 8 %'],
  ['## 数値目標\n- 問い合わせを月120件から30件以下にする'],
  ['成功指標：離脱率を半減させる'],
])('a target number counts: %s', (text) => {
  expect(readTicket(text).fields.success_criteria.present).toBe(true);
});

test.each([
  // no number, or not a target
  ['Success criteria: it feels fast and trustworthy'],
  ['Success criteria: noticeably fewer calls within four weeks'],
  ['Success criteria: done by 14 May'],
  ['Erfolgskriterien: weniger Anrufe bis Ende Mai 2027'],
  ['Success criteria: all of ENG-123 works with version 2.4.0'],
  ['KPIs: calls should fall (today 310 per week)'],
  ['| KPI | Today | Target |\n|---|---|---|\n| clicks to pay | 7 | TBD |'],
  ['Success criteria: 95 % (to be confirmed)'],
  ['Success criteria: reduce errors by X %'],
  // goals without a measure
  ['## Goals\n- support 3 providers'],
  ['## Meta\n| Estimate | 5 |\n|---|---|'],
  // no label of its own
  ['## Acceptance criteria\n- search answers within 300 ms\n- Target: 90 % of typos are forgiven'],
  ['## Acceptance criteria\n\n| Check | Target |\n|---|---|\n| search | 300 ms |'],
  ['We sit at 62 ms and want 40 ms.'],
])('this is not a target number: %s', (text) => {
  expect(readTicket(text).fields.success_criteria.present).toBe(false);
});

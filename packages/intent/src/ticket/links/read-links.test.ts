import { expect, test } from 'vitest';
import { readTicket } from '../read-ticket.ts';

test.each([
  ['Mock: https://www.figma.com/design/AB/Queue?node-id=2-2'],
  ['## Design\n![](https://uploads.linear.app/a/b/c.png)'],
  ['## Proposed design\n![](https://uploads.linear.app/a/b/c.png)'],
  ['![mockup of the list](https://uploads.linear.app/a/b/list.png)'],
  ['Design: [Retire the old list](https://www.figma.com/design/AB/Retire)'],
  ['Mock: [Brand page](https://www.figma.com/design/AB/Brand-page)'],
  ['Mock: [Icon picker](https://www.figma.com/design/AB/Icon-picker)'],
  ['Mock: https://www.figma.com/design/AB/Queue (replaces the old list)'],
  ['Mockup v3: https://www.figma.com/design/AB/Liste, ersetzt die alte Fassung'],
  ['Maquette : https://www.figma.com/design/AB/Liste, elle remplace l’ancienne page'],
  ['Wireframe: https://whimsical.com/user-flow-invite-2Ab'],
  ['Prototype: https://acme.axshare.com/2AB?g=1'],
  ['モック：https://www.figma.com/design/AB/List （旧画面を置き換え）'],
])('a mock counts: %s', (text) => {
  expect(readTicket(text).fields.mock_link.present).toBe(true);
});

test.each([
  // the current state
  ['## Design\n![screenshot of the page today](https://uploads.linear.app/a/b/c.png)'],
  ['Design: https://acme.example.io/app/settings (how it looks today)'],
  ['## Mock\n![Bildschirmfoto](https://uploads.linear.app/a/b/c.png)'],
  // libraries and assets
  ['Design: components are in https://www.figma.com/design/lib0/Northlight-Components'],
  [
    'Die allgemeine Komponentenbibliothek liegt unter https://www.figma.com/design/lib0/Nordlicht-Komponenten.',
  ],
  ['La librairie de composants : https://www.figma.com/design/lib0/Composants'],
  ['La biblioteca de componentes está en https://www.figma.com/design/lib0/Componentes'],
  ['コンポーネントライブラリ：https://www.figma.com/design/lib0/Parts'],
  ['Design: tokens at https://www.figma.com/design/lib0/Design-tokens'],
  ['Logo and brand assets: https://www.figma.com/design/br/Brand'],
  ['Colours from the brand kit https://www.figma.com/design/br/Kit'],
  ['Storybook: https://www.figma.com/design/sb/Storybook-components'],
  ['Use the icons of https://www.figma.com/design/ic/Icons'],
  // old, dropped, or of another change
  ['Mock: v1 was rejected, https://www.figma.com/design/AB/Queue'],
  ['Entwurf: verworfen, https://www.figma.com/design/AB/Liste'],
  ['Maquette abandonnée : https://www.figma.com/design/AB/Liste'],
  ['Diseño descartado: https://www.figma.com/design/AB/Lista'],
  ['没案：https://www.figma.com/design/AB/List'],
  ['Mock for the mobile app (separate ticket): https://www.figma.com/design/AB/Mobile'],
  ['The mock of team Billing is at https://www.figma.com/design/AB/Billing, not ours.'],
  // not the design of a screen
  ['Retro board: https://miro.com/app/board/uXjVN-retro/'],
  ['Workshop notes: https://www.figma.com/board/AB/Workshop'],
  ['Roadmap: https://miro.com/app/board/uXjVN-roadmap/'],
  ['Research findings: https://www.figma.com/slides/AB/Interviews'],
  ['Architecture diagram: https://excalidraw.com/#json=abc,def'],
  ['## Design\nArchitecture: https://lucid.app/lucidchart/ab12/edit'],
  ['Design: [Design doc of the queue](https://acme.notion.site/queue-5ac0)'],
])('this is not a mock of the change: %s', (text) => {
  expect(readTicket(text).fields.mock_link.present).toBe(false);
});

import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '@uat/runner';
import axe from 'axe-core';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorPages } from './operator-pages.ts';
import { busyState, noon, inMemoryView } from './testing/in-memory-view.ts';

const password = 'a long random value';
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };

const remembered = inMemoryView(busyState);
let app: FastifyInstance;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const found = findBrowser(process.env);
  if (found === undefined) {
    throw new Error('This test needs a browser: install chromium-headless-shell, or set UAT_BROWSER to one.');
  }
  app = fastify();
  const publicUrl = 'http://localhost';
  await app.register(
    operatorPages({ view: remembered.view, login: { password }, publicUrl, now: () => noon }),
  );
  // A page of another site with a link to the gate, like Linear.
  app.get('/elsewhere', (_request, reply) =>
    reply.type('text/html').send(`<a href="${address}/issues/ENG-2861">Gate</a>`),
  );
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  address = `http://localhost:${port}`;
  browser = await chromium.launch({ executablePath: found.path });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Accessibility findings of axe on a wide light screen and a dark phone, as `rule: elements`. */
async function flaws(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const [colorScheme, size] of [
    ['dark', phone],
    ['light', desk],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    found.push(
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
    );
  }
  return found;
}

/** Asserts that the page is no wider than a phone. */
async function expectFit(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.setViewportSize(desk);
}

test('an operator logs in by keyboard, reads, retries a dead letter, and comes back through a link from Linear', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));

  await page.goto(address);
  expect(await flaws(page)).toEqual([]);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ticket gate' }).waitFor();
  expect(await flaws(page)).toEqual([]);
  await expectFit(page);

  await page.getByRole('button', { name: 'Retry comment of ENG-2833' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('status').textContent()).toContain('back in the queue');
  expect(remembered.state.deadLetters).toEqual([]);

  await page.goto(`${address.replace('localhost', '127.0.0.1')}/elsewhere`);
  await page.getByRole('link', { name: 'Gate' }).click();
  await page.getByRole('heading', { name: /ENG-2861/ }).waitFor();
  expect(await flaws(page)).toEqual([]);
  await expectFit(page);
  await page.getByRole('button', { name: 'Recheck' }).click();
  expect(await page.getByRole('status').textContent()).toContain('judged again');

  expect(complaints).toEqual([]);
});

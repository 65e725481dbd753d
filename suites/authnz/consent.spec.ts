import { covers, expect, test } from '@uat/fixtures';

// They change the one set of settings that a target has, one after the other.
test.describe('settings of consent and banners', () => {
  test.describe.configure({ mode: 'default' });

  test(
    'the banners that an administrator sets are what everybody gets and sees',
    covers('ENG-8749', {
      catches: ['AX49f', 'AX70', 'AX70b', 'AX70c'],
    }),
    async ({ as, data, consoleAs }) => {
      const [admin, anyone] = [await as('admin'), await as('anonymous')];
      const before = await admin.security.config();
      const draft = await data.securityDraft();

      await admin.security.setConfig(draft);

      const { consent_content: terms, consent_button_label: label, ...told } = draft;
      expect(await admin.security.config()).toEqual(draft);
      const seen = await anyone.security.publicConfig();
      expect(seen).toMatchObject(told);
      expect(Object.values(seen), 'the terms of a gate that is off').not.toContain(terms);
      expect(Object.values(seen), 'the button of a gate that is off').not.toContain(label);
      const console = await consoleAs('anonymous');
      await expect(console.page.getByText(String(draft.banner_top_text))).toBeVisible();
      await expect(console.page.getByText(String(draft.banner_bottom_text))).toBeVisible();
      await admin.security.setConfig(before);
      expect(await admin.security.config()).toEqual(before);
    },
  );

  test(
    'the banners that an administrator saves in the console are what everybody gets',
    covers('ENG-8749', {
      catches: 'AX77',
    }),
    async ({ as, data, consoleAs }) => {
      const anyone = await as('anonymous');
      const draft = await data.securityDraft();
      const console = await consoleAs('admin', { at: '/settings/security' });

      await console.settingsPage.saveBanners(draft);

      expect(await anyone.security.publicConfig()).toMatchObject({
        banner_enabled: true,
        banner_top_text: draft.banner_top_text,
        banner_top_color: draft.banner_top_color,
        banner_bottom_text: draft.banner_bottom_text,
        banner_bottom_color: draft.banner_bottom_color,
      });
      await expect(console.page.getByText(String(draft.banner_top_text))).toBeVisible();
    },
  );

  test(
    'only administrators read or change the settings',
    covers('ENG-8749', {
      catches: ['AX49d', 'AX71'],
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, user, viewer] = [await as('admin'), await as('user'), await as('viewer')];
      const anyone = await as('anonymous');
      const config = await admin.security.config();
      const draft = await data.securityDraft();

      await expect(user.security.setConfig(draft)).toBeDenied(403);
      await expect(viewer.security.setConfig(draft)).toBeDenied(403);
      await expect(anyone.security.setConfig(draft)).toBeDenied(401);
      await expect(user.security.config()).toBeDenied(403);
      await expect(viewer.security.config()).toBeDenied(403);
      await expect(anyone.security.config()).toBeDenied(401);
      expect(await admin.security.config()).toEqual(config);
    },
  );

  test(
    'impossible settings are refused and change nothing',
    covers('ENG-8749', {
      catches: 'AX71b',
    }),
    async ({ as, data }) => {
      const admin = await as('admin');
      const config = await admin.security.config();
      const draft = await data.securityDraft();

      const color = admin.security.setConfig({ ...draft, banner_top_color: 'red;background:url(x)' });
      const length = admin.security.setConfig({ ...draft, banner_top_text: 'x'.repeat(201) });

      await expect(color).toBeRejected(422);
      await expect(length).toBeRejected(422);
      expect(await admin.security.config()).toEqual(config);
    },
  );
});

test.describe('consent and banners', () => {
  test(
    'a consent is confirmed to somebody who has not signed in yet',
    covers('ENG-8749', { requires: ['capability:consent'] }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      const consent = anyone.security.acceptConsent();

      await expect(consent).toMatchContract();
      expect(await consent).toMatchObject({ accepted: true });
    },
  );

  test(
    'a client that asks too often is told how many seconds to wait, and is served again after them',
    covers('ENG-8749', { catches: ['AX49', 'AX49e'], requires: ['capability:rates'] }),
    async ({ as }) => {
      const anyone = await as('anonymous');
      // An address of its own: no neighbour's calls are counted with these.
      const headers = { 'X-Forwarded-For': `2001:db8::${(Date.now() % 0xffff).toString(16)}` };

      const burst = await Promise.all(
        Array.from({ length: 60 }, () => anyone.security.publicConfig({ headers }).response),
      );

      const refused = burst.filter(({ status }) => status === 429);
      expect(refused.length, 'calls of a burst that were refused').toBeGreaterThan(0);
      const waits = refused.map((answer) => answer.headers.get('retry-after'));
      expect(waits).toEqual(waits.map(() => expect.stringMatching(/^[1-9]\d?$/)));
      await expect(anyone.security.publicConfig()).toSucceed();
      await expect(async () => {
        await expect(anyone.security.publicConfig({ headers })).toSucceed();
      }).toPass({ timeout: (Number(waits[0]) + 3) * 1000 });
    },
  );

  test(
    'the gate stands before everything until the terms are accepted',
    covers('ENG-8749', { severity: 'critical', requires: ['capability:consent'] }),
    async ({ consoleAs }) => {
      const console = await consoleAs('anonymous');
      await console.consentGate.show({ consent_content: '<p>Authorized use only</p>' });
      await console.open('/models');
      await expect(console.consentGate.dialog).toContainText('Authorized use only');

      await console.page.keyboard.press('Escape');

      await expect(console.consentGate.dialog).toBeVisible();
      await expect(console.signInPage.heading).toBeHidden();
      await console.consentGate.accept.click();
      await expect(console.signInPage.heading).toBeVisible();
    },
  );

  test(
    'terms and banners run no script and are shown as they are written',
    covers('ENG-8749', { severity: 'critical', requires: ['capability:consent'] }),
    async ({ consoleAs }) => {
      const console = await consoleAs('anonymous');
      await console.consentGate.show({
        consent_content:
          '<p>Terms</p><img src="x" onerror="window.ran = true"><script>window.ran = true</script>',
        banner_top_text: '<b>CUI</b> top',
        banner_bottom_text: '<b>CUI</b> bottom',
      });

      await console.open('/');

      await expect(console.consentGate.dialog).toContainText('Terms');
      await expect(console.consentGate.topBanner).toHaveText('<b>CUI</b> top');
      await expect(console.consentGate.bottomBanner).toHaveText('<b>CUI</b> bottom');
      expect(await console.page.evaluate(() => 'ran' in window)).toBe(false);
    },
  );

  test(
    'accepting the terms asks the platform to record it, and what becomes of a failure is written down',
    covers('ENG-8749', { severity: 'minor', requires: ['capability:consent'] }),
    async ({ consoleAs, allow }, testInfo) => {
      allow({ kind: 'server error', matching: /consent\/accept 503/, because: 'the record is made to fail' });
      const console = await consoleAs('anonymous');
      await console.consentGate.show({ consent_content: '<p>Authorized use only</p>' });
      await console.consentGate.failToRecord();
      await console.open('/');

      const asked = console.page.waitForRequest('**/api/security/consent/accept');
      const outcome = await console.consentGate.outcomeOfAccepting();

      expect((await asked).method()).toBe('POST');
      // The product's documents know of it and promise nothing: a change is for people to judge.
      testInfo.annotations.push({ type: 'allure.label.characterized', description: outcome });
      await testInfo.attach('a consent that cannot be recorded', {
        body: outcome,
        contentType: 'text/plain',
      });
    },
  );
});

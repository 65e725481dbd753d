import type { FastifyInstance } from 'fastify';

/** What the console shows before anyone has signed in: no consent gate, no classification banners. */
export function securityRoutes(app: FastifyInstance): void {
  app.get('/security/public/config', async () => ({
    consent_enabled: false,
    consent_content: null,
    consent_button_label: null,
    banner_enabled: false,
    banner_top_text: null,
    banner_top_color: null,
    banner_bottom_text: null,
    banner_bottom_color: null,
  }));
}

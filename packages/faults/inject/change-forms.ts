import type { PlatformInternals } from '@uat/platform';

type Form = Record<string, unknown>;

/** Changes what a page sends in this way, on its way to the route: for defects of a form. Scripts send as they did. */
export function changeForms(
  { http }: PlatformInternals,
  method: 'POST' | 'PUT',
  address: RegExp,
  changed: (form: Form) => Form,
): void {
  http.addHook('preHandler', async (request) => {
    // Browsers say where a request comes from.
    const byPage = request.headers['sec-fetch-site'] !== undefined;
    if (byPage && request.method === method && address.test(request.url))
      request.body = changed(request.body as Form);
  });
}

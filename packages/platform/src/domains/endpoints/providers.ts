import { z } from 'zod';

import type { DiscoveredModel, DiscoveryRequest } from './discovery.ts';

/** A kind of endpoint: its list of models, and how to read it. */
export interface Provider {
  path: string;
  headers(key: string): Record<string, string>;
  /** Throws when the response does not have the form of this provider. */
  models(answer: unknown): DiscoveredModel[];
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const plain = { api_version: null, underlying_model: null, purpose: null };

const openaiList = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });
const openai: Provider = {
  path: '/v1/models',
  headers: bearer,
  models: (answer) =>
    openaiList.parse(answer).data.map(({ id }) => ({ ...plain, id, protocol: 'openai_compatible' })),
};

const purposes = new Map<string, DiscoveredModel['purpose']>([
  ['chat', 'chat'],
  ['completion', 'chat'],
  ['embedding', 'embedding'],
  ['audio_transcription', 'transcription'],
]);
const litellmList = z.object({
  data: z.array(
    z.object({
      model_name: z.string().min(1),
      litellm_params: z.object({ model: z.string().nullish() }).optional(),
      model_info: z.object({ mode: z.string().nullish() }).optional(),
    }),
  ),
});
const litellm: Provider = {
  path: '/v1/model/info',
  headers: bearer,
  models: (answer) =>
    litellmList.parse(answer).data.map(({ model_name: id, litellm_params, model_info }) => ({
      ...plain,
      id,
      protocol: 'openai_compatible',
      underlying_model: litellm_params?.model ?? null,
      purpose: purposes.get(model_info?.mode ?? '') ?? null,
    })),
};

const azureVersion = '2024-10-21';
const azureList = z.object({
  data: z.array(z.object({ id: z.string().min(1), model: z.string().nullish() })),
});
const azure = (protocol: 'azure_openai' | 'azure_foundry'): Provider => ({
  path: `/openai/deployments?api-version=${azureVersion}`,
  headers: (key) => ({ 'api-key': key }),
  models: (answer) =>
    azureList.parse(answer).data.map(({ id, model }) => ({
      ...plain,
      id,
      protocol,
      api_version: azureVersion,
      underlying_model: model ?? null,
    })),
});

/** The kind of endpoint: the named one, or the one that its host belongs to. */
export function providerOf({ baseUrl, provider }: DiscoveryRequest): Provider {
  const { hostname } = new URL(baseUrl);
  if (hostname.endsWith('.openai.azure.com')) return azure('azure_openai');
  if (provider === 'azure' || hostname.endsWith('.services.ai.azure.com')) return azure('azure_foundry');
  return provider === 'litellm' ? litellm : openai;
}

/** The URL of an endpoint's list of models. Users give the base URL with or without the version. */
export function endpointUrl(baseUrl: string, { path }: Provider): URL {
  const base = baseUrl.replace(/\/+$/, '');
  return new URL(`${path.startsWith('/v1/') ? base.replace(/\/v1$/, '') : base}${path}`);
}

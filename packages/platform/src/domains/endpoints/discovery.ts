/** Reason why the models of an endpoint are unknown, as the API names it. */
export type DiscoveryError =
  | 'network_blocked'
  | 'tls_error'
  | 'invalid_credentials'
  | 'not_found'
  | 'rate_limited'
  | 'upstream_error'
  | 'timeout';

/** A failed discovery. Its message never contains the endpoint's response, which may hold a secret. */
export class DiscoveryFailure extends Error {
  override name = 'DiscoveryFailure';
  readonly error: DiscoveryError;
  /** Status of the endpoint's response; undefined without one. */
  readonly status: number | undefined;

  constructor(error: DiscoveryError, message: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.error = error;
    this.status = status;
  }
}

/** The endpoint to discover. */
export interface DiscoveryRequest {
  baseUrl: string;
  apiKey: string | undefined;
  provider: 'azure' | 'litellm' | 'openai' | 'other' | undefined;
}

/** A model of an endpoint. */
export interface DiscoveredModel {
  id: string;
  protocol: 'openai_compatible' | 'azure_openai' | 'azure_foundry';
  api_version: string | null;
  underlying_model: string | null;
  purpose: 'chat' | 'embedding' | 'transcription' | null;
}

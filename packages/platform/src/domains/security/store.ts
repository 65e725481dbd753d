import type { KeyValues } from '../../database/key-value-store.ts';

/** Consent gate and classification banners, with the field names of the API. */
export interface SecurityConfig {
  consent_enabled: boolean;
  consent_content: string | null;
  consent_button_label: string | null;
  banner_enabled: boolean;
  banner_top_text: string | null;
  banner_top_color: string | null;
  banner_bottom_text: string | null;
  banner_bottom_color: string | null;
}

/** The one security configuration. */
export interface SecurityConfigs {
  /** Everything is off until an administrator changes it. */
  get(): SecurityConfig;
  set(config: SecurityConfig): void;
}

const nothing: SecurityConfig = {
  consent_enabled: false,
  consent_content: null,
  consent_button_label: null,
  banner_enabled: false,
  banner_top_text: null,
  banner_top_color: null,
  banner_bottom_text: null,
  banner_bottom_color: null,
};

/** The security configuration among the settings. */
export function createSecurityConfigs(settings: KeyValues): SecurityConfigs {
  return {
    get: () => ({ ...nothing, ...(JSON.parse(settings.get('security') ?? '{}') as Partial<SecurityConfig>) }),
    set: (config) => settings.set('security', JSON.stringify(config)),
  };
}

import type { SecurityConfig } from './store.ts';

/** The public part of a configuration, without the texts of a feature that is off. */
export function publicSecurity(config: SecurityConfig): SecurityConfig {
  return {
    ...config,
    ...(!config.consent_enabled && { consent_content: null, consent_button_label: null }),
    ...(!config.banner_enabled && {
      banner_top_text: null,
      banner_top_color: null,
      banner_bottom_text: null,
      banner_bottom_color: null,
    }),
  };
}

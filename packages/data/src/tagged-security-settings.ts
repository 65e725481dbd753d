import type { Kamiwaza, SecurityConfig } from '@uat/sdk';
import { z } from 'zod';

const settingsSchema = z.looseObject({ consent_enabled: z.boolean(), banner_enabled: z.boolean() });
const replacedSchema = z.object({ stamp: z.string(), before: settingsSchema });

/** Both banners, and terms that nobody is asked to accept: the gate would stand before everybody. Each names the run. */
export function stampedSecuritySettings(stamp: string): SecurityConfig {
  return {
    consent_enabled: false,
    consent_content: `<p>Terms of ${stamp}</p>`,
    consent_button_label: `Accept ${stamp}`,
    banner_enabled: true,
    banner_top_text: `Above: ${stamp}`,
    banner_top_color: '#14532d',
    banner_bottom_text: `Below: ${stamp}`,
    banner_bottom_color: '#7c2d12',
  };
}

/** What a run's settings replaced, as one text: settings have no id of their own on a target. */
export function replacedSettingsId(stamp: string, before: SecurityConfig): string {
  return JSON.stringify({ stamp, before });
}

/** Puts back what {@link replacedSettingsId} was made of. Settings that do not name the run are somebody else's and stay. */
export async function putSettingsBack(admin: Kamiwaza, id: string): Promise<void> {
  const { stamp, before } = replacedSchema.parse(JSON.parse(id));
  const now = await admin.security.config();
  if (JSON.stringify(now).includes(stamp)) await admin.security.setConfig(before);
}

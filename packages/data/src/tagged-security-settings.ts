import type { Kamiwaza, SecurityConfig } from '@uat/sdk';
import { z } from 'zod';

const settingsSchema = z.looseObject({ consent_enabled: z.boolean(), banner_enabled: z.boolean() });
const replacedSchema = z.object({ tag: z.string(), before: settingsSchema });

/** Banners and consent texts that contain the run tag; the consent gate stays off, since it would stop every user. */
export function taggedSecuritySettings(tag: string): SecurityConfig {
  return {
    consent_enabled: false,
    consent_content: `<p>Terms of ${tag}</p>`,
    consent_button_label: `Accept ${tag}`,
    banner_enabled: true,
    banner_top_text: `Above: ${tag}`,
    banner_top_color: '#14532d',
    banner_bottom_text: `Below: ${tag}`,
    banner_bottom_color: '#7c2d12',
  };
}

/** The settings that a run replaced, as one text: settings have no id of their own on a target. */
export function replacedSettingsId(tag: string, before: SecurityConfig): string {
  return JSON.stringify({ tag, before });
}

/** Restores the settings in a {@link replacedSettingsId}, unless the current ones lack the run tag. */
export async function restoreSecuritySettings(admin: Kamiwaza, id: string): Promise<void> {
  const { tag, before } = replacedSchema.parse(JSON.parse(id));
  const now = await admin.security.config();
  if (JSON.stringify(now).includes(tag)) await admin.security.setConfig(before);
}

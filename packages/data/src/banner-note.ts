import type { Kamiwaza } from '@uat/sdk';

/** Longest text that a banner takes, by the API's own description. */
const longest = 200;

/**
 * Puts a note behind the text of the lower banner, and gives the text. Where banners are off nobody sees it.
 * @throws Error where the banner has no room for it.
 */
export async function addBannerNote(admin: Kamiwaza, note: string): Promise<string> {
  const config = await admin.security.config();
  const text = [config.banner_bottom_text, note].filter(Boolean).join(' ');
  if (text.length > longest)
    throw new Error(
      `the lower banner is ${text.length - note.length} characters long and has no room for a note`,
    );
  await admin.security.setConfig({ ...config, banner_bottom_text: text });
  return text;
}

/** Takes a note out of the lower banner and leaves the other settings as they are by then. */
export async function removeBannerNote(admin: Kamiwaza, note: string): Promise<void> {
  const config = await admin.security.config();
  const text = config.banner_bottom_text ?? '';
  if (!text.includes(note)) return;
  await admin.security.setConfig({ ...config, banner_bottom_text: text.replace(note, '').trim() || null });
}

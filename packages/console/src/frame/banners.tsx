import Box from '@mui/material/Box';
import { useCallback } from 'react';
import type { SecurityConfig } from '../api/answers.ts';
import { readableOn } from './readable-on.ts';

/**
 * The classification banners above and below every page. Other elements fixed to an edge of the window keep
 * clear of them by `--banner-top` and `--banner-bottom`.
 */
export function Banners({ config }: { config: SecurityConfig }) {
  if (!config.banner_enabled) return null;
  return (
    <aside aria-label="Banners">
      <Banner edge="top" text={config.banner_top_text} color={config.banner_top_color} />
      <Banner edge="bottom" text={config.banner_bottom_text} color={config.banner_bottom_color} />
    </aside>
  );
}

interface BannerProps {
  edge: 'top' | 'bottom';
  text: string | null | undefined;
  color: string | null | undefined;
}

function Banner({ edge, text, color }: BannerProps) {
  const claimRoom = useCallback(
    (bar: HTMLElement | null) => {
      if (bar === null) return;
      const { style } = document.documentElement;
      // A long text wraps in a narrow window.
      const observer = new ResizeObserver(() => {
        style.setProperty(`--banner-${edge}`, `${bar.offsetHeight}px`);
      });
      observer.observe(bar);
      return () => {
        observer.disconnect();
        style.removeProperty(`--banner-${edge}`);
      };
    },
    [edge],
  );

  if (!text?.trim()) return null;
  const background = bannerColor(color);
  return (
    <Box
      ref={claimRoom}
      role="note"
      aria-label={edge === 'top' ? 'Top banner' : 'Bottom banner'}
      sx={{
        position: 'fixed',
        [edge]: 0,
        left: 0,
        right: 0,
        zIndex: 'tooltip',
        px: 2,
        py: 0.5,
        textAlign: 'center',
        fontSize: '0.85rem',
        fontWeight: 650,
        lineHeight: 1.4,
        overflowWrap: 'anywhere',
      }}
      style={{ background, color: readableOn(background) }}
    >
      {text}
    </Box>
  );
}

/** The color of a banner as `#rrggbb`; a default one when none, or no valid one, is set. */
export function bannerColor(set: string | null | undefined): string {
  return /^#[\da-f]{6}$/i.test(set ?? '') ? String(set) : '#3a4a43';
}

import SvgIcon from '@mui/material/SvgIcon';
import type { SvgIconProps } from '@mui/material/SvgIcon';

/** An icon drawn in strokes on a 24-unit grid. */
function stroked(path: string) {
  return (props: SvgIconProps) => (
    <SvgIcon {...props} sx={{ fill: 'none', stroke: 'currentColor', strokeWidth: 1.8 }}>
      <path d={path} strokeLinecap="round" strokeLinejoin="round" />
    </SvgIcon>
  );
}

export const HomeIcon = stroked('M4 11 12 4l8 7M6 9.5V20h4.5v-6h3v6H18V9.5');
export const ModelsIcon = stroked('M12 3 4 7.5v9L12 21l8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9');
export const WorkroomsIcon = stroked('M3 21h18M6 21V4l9-1v18M15 6h3v15M11.5 12h.01');
export const ActivityIcon = stroked('M3 12h4l3-8 4 16 3-8h4');
export const ClusterIcon = stroked('M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01M12 7h4M12 17h4');
export const SettingsIcon = stroked(
  'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 .01 0zM9 14.8a2.2 2.2 0 1 0 .01 0z',
);
export const MenuIcon = stroked('M4 7h16M4 12h16M4 17h16');
export const ShowIcon = stroked(
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 .01 0z',
);
export const HideIcon = stroked(
  'M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6 7.4A17 17 0 0 0 2.5 12S6 18.5 12 18.5c1.6 0 3-.4 4.2-1M10 10a2.8 2.8 0 0 0 4 4',
);
export const CloseIcon = stroked('M6 6l12 12M18 6 6 18');
export const SignOutIcon = stroked('M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5');

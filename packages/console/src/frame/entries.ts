import type { ComponentType } from 'react';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { ActivityIcon, ClusterIcon, HomeIcon, ModelsIcon, SettingsIcon, WorkroomsIcon } from './icons.tsx';

export interface Entry {
  label: string;
  path: string;
  /** The section of the console, which is highlighted on all of its pages. */
  within: string;
  /** Description for the quick links of the home page. */
  about: string;
  Icon: ComponentType<SvgIconProps>;
  adminOnly: boolean;
}

const entries: Entry[] = [
  { label: 'Home', path: '/', within: '/', about: '', Icon: HomeIcon, adminOnly: false },
  {
    label: 'Models',
    path: '/models',
    within: '/models',
    about: 'The models of this platform and where they come from.',
    Icon: ModelsIcon,
    adminOnly: false,
  },
  {
    label: 'Workrooms',
    path: '/workrooms',
    within: '/workrooms',
    about: 'The rooms that you work in with others.',
    Icon: WorkroomsIcon,
    adminOnly: false,
  },
  {
    label: 'Activity',
    path: '/activity',
    within: '/activity',
    about: 'Who did what, and when.',
    Icon: ActivityIcon,
    adminOnly: true,
  },
  {
    label: 'Cluster',
    path: '/cluster/home',
    within: '/cluster',
    about: 'The machines this platform runs on.',
    Icon: ClusterIcon,
    adminOnly: true,
  },
  {
    label: 'Settings',
    path: '/settings',
    within: '/settings',
    about: 'Your access tokens and password, and what an administrator sets.',
    Icon: SettingsIcon,
    adminOnly: false,
  },
];

/** Entries to show to a user with these roles. The platform, not this list, decides what the user may see. */
export function entriesFor(roles: string[]): Entry[] {
  return entries.filter((entry) => !entry.adminOnly || roles.includes('admin'));
}

import Chip from '@mui/material/Chip';
import type { LocalUser } from '../api/answers.ts';
import type { Column } from '../components/data-table.tsx';

/** Columns of every table of users. */
export const userColumns: Column<LocalUser>[] = [
  { title: 'Username', cell: ({ username }) => username },
  { title: 'Email', cell: ({ email }) => email ?? '–' },
  { title: 'Roles', cell: ({ roles = [] }) => roles.join(', ') || 'none' },
  {
    title: 'Status',
    cell: ({ active }) => (
      <Chip
        size="small"
        variant="outlined"
        label={active ? 'Active' : 'Disabled'}
        color={active ? 'primary' : 'warning'}
      />
    ),
  },
];

/** The users that are not deleted, by name. */
export function presentUsers(users: LocalUser[]): LocalUser[] {
  return users
    .filter(({ deleted }) => !deleted)
    .toSorted((one, other) => one.username.localeCompare(other.username));
}

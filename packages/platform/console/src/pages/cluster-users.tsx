import Alert from '@mui/material/Alert';
import { usersAnswer } from '../answers.ts';
import { DataTable } from '../shell/data-table.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { useAnswer } from '../use-answer.ts';

/** The local users of the platform. */
export function ClusterUsers() {
  const [users, again] = useAnswer('/auth/users/', usersAnswer);
  const missing = <Alert severity="info">This platform does not list its users.</Alert>;
  return (
    <Loaded answer={users} onRetry={again} missing={missing}>
      {(rows) => (
        <DataTable
          label="Users"
          rows={rows.filter(({ deleted }) => !deleted)}
          empty="No users yet"
          columns={[
            { title: 'Username', cell: ({ username }) => username },
            { title: 'Email', cell: ({ email }) => email ?? '–' },
            { title: 'Roles', cell: ({ roles = [] }) => roles.join(', ') || 'none' },
            { title: 'Status', cell: ({ active }) => (active ? 'Active' : 'Disabled') },
          ]}
        />
      )}
    </Loaded>
  );
}

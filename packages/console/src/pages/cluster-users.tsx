import Alert from '@mui/material/Alert';
import { usersAnswer } from '../api/answers.ts';
import { DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { presentUsers, userColumns } from './user-columns.tsx';

/** The local users of the platform, read-only; the settings can change them. */
export function ClusterUsers() {
  const [users, again] = useAnswer('/auth/users/', usersAnswer);
  const missing = <Alert severity="info">This platform does not list its users.</Alert>;
  return (
    <Loaded answer={users} onRetry={again} missing={missing}>
      {(rows) => (
        <DataTable label="Users" rows={presentUsers(rows)} empty="No users yet" columns={userColumns} />
      )}
    </Loaded>
  );
}

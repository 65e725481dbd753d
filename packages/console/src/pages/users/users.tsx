import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { usersAnswer } from '../../api/answers.ts';
import type { LocalUser } from '../../api/answers.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { presentUsers, userColumns } from '../user-columns.tsx';
import { AddUser } from './add-user.tsx';
import { DeleteUser } from './delete-user.tsx';
import { EditUser } from './edit-user.tsx';
import { SetPassword } from './set-password.tsx';

type Open =
  | { kind: 'nothing' }
  | { kind: 'add' }
  | { kind: 'edit' | 'set-password' | 'delete'; user: LocalUser };

/** The platform's users, for its administrators. */
export function Users() {
  const [users, again] = useAnswer('/auth/users/', usersAnswer);
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [notice, setNotice] = useState<Notice | null>(null);

  const start = (next: Open) => {
    setNotice(null);
    setOpen(next);
  };
  const close = () => setOpen({ kind: 'nothing' });
  const done = (text: string, opener: Notice['opener'] = 'stays') => {
    close();
    setNotice({ text, opener });
    again();
  };

  return (
    <Section
      heading="Users"
      notice={notice}
      action={
        users.kind === 'ok' && (
          <Button variant="contained" onClick={() => start({ kind: 'add' })}>
            Add user
          </Button>
        )
      }
    >
      <Loaded answer={users} onRetry={again}>
        {(rows) => (
          <DataTable
            label="Users"
            rows={presentUsers(rows)}
            rowKey={({ id }) => id}
            empty="No users yet"
            columns={[
              ...userColumns,
              { title: 'Actions', cell: (user) => <Actions user={user} onStart={start} /> },
            ]}
          />
        )}
      </Loaded>
      {open.kind === 'add' && <AddUser onClose={close} onAdded={(name) => done(`${name} is added.`)} />}
      {open.kind === 'edit' && (
        <EditUser user={open.user} onClose={close} onSaved={(name) => done(`${name} is changed.`)} />
      )}
      {open.kind === 'set-password' && (
        <SetPassword
          user={open.user}
          onClose={close}
          onSet={(name) => done(`The password of ${name} is set.`)}
        />
      )}
      {open.kind === 'delete' && (
        <DeleteUser
          user={open.user}
          onClose={close}
          onDeleted={(name) => done(`${name} is deleted.`, 'gone')}
        />
      )}
    </Section>
  );
}

function Actions({ user, onStart }: { user: LocalUser; onStart: (next: Open) => void }) {
  const name = user.username;
  return (
    <Stack direction="row" spacing={1} sx={{ '& > *': { whiteSpace: 'nowrap' } }}>
      <Button
        size="small"
        variant="outlined"
        aria-label={`Edit ${name}`}
        onClick={() => onStart({ kind: 'edit', user })}
      >
        Edit
      </Button>
      {user.is_external !== true && (
        <Button
          size="small"
          variant="outlined"
          aria-label={`Set password of ${name}`}
          onClick={() => onStart({ kind: 'set-password', user })}
        >
          Set password
        </Button>
      )}
      <Button
        size="small"
        variant="outlined"
        color="error"
        aria-label={`Delete ${name}`}
        onClick={() => onStart({ kind: 'delete', user })}
      >
        Delete
      </Button>
    </Stack>
  );
}

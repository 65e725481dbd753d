import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { newPatAnswer } from '../../api/answers.ts';
import type { PatConfig } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { lifetimes } from './lifetimes.ts';
import { NewToken } from './new-token.tsx';
import { scopeText } from './scope-text.ts';

interface CreateTokenProps {
  config: PatConfig;
  onClose: () => void;
  onCreated: () => void;
}

/** A dialog that creates a token and shows it once. */
export function CreateToken({ config, onClose, onCreated }: CreateTokenProps) {
  const { request } = useSession();
  const [token, setToken] = useState<string | null>(null);
  if (token !== null) return <NewToken token={token} onClose={onClose} />;

  const create = async (form: FormData) => {
    const answer = await request('/auth/pats', newPatAnswer, {
      method: 'POST',
      body: {
        name: textIn(form, 'name').trim(),
        scope: textIn(form, 'scope'),
        ttl_seconds: Number(textIn(form, 'ttl_seconds')),
      },
    });
    if (answer.kind !== 'ok') {
      return problemOf(answer, {
        denied: 'Your session may not create a token of this scope.',
        missing: 'This platform does not create tokens.',
      });
    }
    setToken(answer.data.token);
    onCreated();
    return null;
  };

  return (
    <FormDialog title="Create token" action="Create" onSubmit={create} onClose={onClose}>
      <TextField
        label="Name"
        name="name"
        required
        autoFocus
        fullWidth
        autoComplete="off"
        helperText="What it is for, so that you know later what you may revoke."
        slotProps={{ htmlInput: { maxLength: 255 } }}
      />
      <TextField label="Scope" name="scope" select fullWidth defaultValue={config.default_scope}>
        {config.available_scopes.map((scope) => (
          <MenuItem key={scope} value={scope}>
            {scopeText(scope, config.scope_labels)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label="Expires in"
        name="ttl_seconds"
        select
        fullWidth
        defaultValue={config.ttl.default_seconds}
      >
        {lifetimes(config.ttl).map(({ seconds, text }) => (
          <MenuItem key={seconds} value={seconds}>
            {text}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}

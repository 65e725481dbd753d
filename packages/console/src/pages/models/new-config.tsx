import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { record, safeParse, string, unknown } from 'zod/mini';
import { changeAnswer } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';

interface NewConfigProps {
  modelId: string;
  onClose: () => void;
  onAdded: (name: string) => void;
}

/** A dialog for a new configuration of a model. */
export function NewConfig({ modelId, onClose, onAdded }: NewConfigProps) {
  const { request } = useSession();
  const settings = useRef<HTMLTextAreaElement>(null);
  const [broken, setBroken] = useState(false);

  const add = async (form: FormData) => {
    const config = settingsIn(textIn(form, 'config'));
    setBroken(config === undefined);
    if (config === undefined) {
      settings.current?.focus();
      return null;
    }
    const name = textIn(form, 'name').trim();
    const answer = await request('/model_configs/', changeAnswer, {
      method: 'POST',
      body: {
        m_id: modelId,
        name,
        description: textIn(form, 'description').trim(),
        default: false,
        config,
        system_config: {},
      },
    });
    if (answer.kind === 'ok') {
      onAdded(name);
      return null;
    }
    return problemOf(answer, {
      denied: 'Your role does not allow adding configurations. Ask an administrator.',
      missing: 'The platform no longer has this model.',
    });
  };

  return (
    <FormDialog title="New Config for Model" action="Add" maxWidth="sm" onSubmit={add} onClose={onClose}>
      <TextField label="Name" name="name" required autoFocus fullWidth autoComplete="off" />
      <TextField label="Description" name="description" fullWidth autoComplete="off" />
      <TextField
        label="Settings"
        name="config"
        inputRef={settings}
        multiline
        minRows={4}
        defaultValue="{}"
        error={broken}
        helperText={broken ? 'This is not a JSON object.' : 'A JSON object of settings for the engine.'}
        fullWidth
      />
    </FormDialog>
  );
}

const settingsShape = record(string(), unknown());

function settingsIn(text: string): Record<string, unknown> | undefined {
  try {
    const parsed = safeParse(settingsShape, JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

import DialogContentText from '@mui/material/DialogContentText';
import { useState } from 'react';
import { changeAnswer } from '../../api/answers.ts';
import type { Deployment } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { endingOf } from './deployment-buttons.tsx';
import { deploymentName } from './deployment-text.ts';

interface EndDeploymentProps {
  deployment: Deployment;
  onClose: () => void;
  onEnded: (sentence: string) => void;
}

const endings = {
  Stop: { path: '', verb: 'stopped', warning: 'Users of it get no further answers.' },
  Delete: { path: '/delete', verb: 'deleted', warning: 'Its logs are deleted with it. The model stays.' },
};

/** Confirms before a deployment is stopped, or deleted once it has ended. */
export function EndDeployment({ deployment, onClose, onEnded }: EndDeploymentProps) {
  const { request } = useSession();
  // The deployment may end while the dialog is open; the requested action stays.
  const [action] = useState(() => endingOf(deployment));
  const { path, verb, warning } = endings[action];
  const name = deploymentName(deployment);

  const end = async () => {
    const answer = await request(
      `/serving/deployment/${encodeURIComponent(deployment.id)}${path}`,
      changeAnswer,
      { method: 'DELETE' },
    );
    if (answer.kind !== 'ok') {
      return problemOf(answer, {
        denied: 'Only administrators end deployments.',
        missing: 'The platform no longer has this deployment.',
      });
    }
    onEnded(`${name} is ${verb}.`);
    return null;
  };

  return (
    <FormDialog title={`${action} ${name}?`} action={action} color="error" onSubmit={end} onClose={onClose}>
      <DialogContentText>{warning}</DialogContentText>
    </FormDialog>
  );
}

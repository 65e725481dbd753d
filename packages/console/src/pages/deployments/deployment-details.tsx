import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import type { Deployment } from '../../api/model-answers.ts';
import { Facts } from '../../components/facts.tsx';
import { InfoDialog } from '../../components/info-dialog.tsx';
import { When } from '../../components/when.tsx';
import { phaseOf } from './deployment-phase.ts';
import { deploymentName, engineText, hostOf, portOf } from './deployment-text.ts';
import { runtimePath } from './runtime-path.ts';

/** The details of a deployment, with the reason for a failure. */
export function DeploymentDetails({ deployment, onClose }: { deployment: Deployment; onClose: () => void }) {
  const { id, status, capabilities = [], context_window, last_error_message, last_error_code } = deployment;
  return (
    <InfoDialog title={`Details of ${deploymentName(deployment)}`} onClose={onClose}>
      <Stack spacing={2}>
        {phaseOf(deployment) === 'failed' && (
          <Alert severity="error">
            {last_error_message || last_error_code || 'The platform does not say why it failed.'}
          </Alert>
        )}
        <Facts
          facts={{
            Status: status,
            Error: last_error_code,
            Configuration: deployment.m_config_name,
            Engine: engineText(deployment),
            Capabilities: capabilities.join(', '),
            Context: context_window && `${context_window} tokens`,
            Host: hostOf(deployment),
            Port: portOf(deployment),
            API: runtimePath(deployment),
            Requested: <When instant={deployment.requested_at} />,
            Deployed: <When instant={deployment.deployed_at} />,
            Id: id,
          }}
        />
      </Stack>
    </InfoDialog>
  );
}

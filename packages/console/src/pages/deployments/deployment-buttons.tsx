import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link } from 'react-router';
import type { Deployment } from '../../api/model-answers.ts';
import { phaseOf } from './deployment-phase.ts';
import { chats, deploymentName, engineText } from './deployment-text.ts';

/** Link to the chat with a deployment that supports it. */
export function OpenChat({ deployment }: { deployment: Deployment }) {
  if (phaseOf(deployment) !== 'serving' || !chats(deployment)) return '–';
  return (
    <Button
      component={Link}
      to={`/models/chat/${encodeURIComponent(deployment.id)}`}
      size="small"
      variant="contained"
      sx={{ whiteSpace: 'nowrap' }}
    >
      {`Open ${engineText(deployment)} Chat`}
    </Button>
  );
}

interface InsightButtonsProps {
  deployment: Deployment;
  onDetails: () => void;
  onLogs: () => void;
}

/** Button for the details of a deployment. */
export function InsightButtons({ deployment, onDetails, onLogs }: InsightButtonsProps) {
  const name = deploymentName(deployment);
  return (
    <Stack direction="row" spacing={1} sx={{ '& > *': { whiteSpace: 'nowrap' } }}>
      <Button size="small" variant="outlined" aria-label={`Details of ${name}`} onClick={onDetails}>
        Details
      </Button>
      <Button size="small" variant="outlined" aria-label={`View logs of ${name}`} onClick={onLogs}>
        View logs
      </Button>
    </Stack>
  );
}

/** Button that stops an active deployment, or deletes an ended one. */
export function EndButton({ deployment, onEnd }: { deployment: Deployment; onEnd: () => void }) {
  const action = endingOf(deployment);
  return (
    <Button
      size="small"
      variant="outlined"
      color="error"
      aria-label={`${action} ${deploymentName(deployment)}`}
      onClick={onEnd}
    >
      {action}
    </Button>
  );
}

/** The ways to end a deployment in its current state. */
export function endingOf(deployment: Deployment): 'Stop' | 'Delete' {
  return ['starting', 'serving'].includes(phaseOf(deployment)) ? 'Stop' : 'Delete';
}

import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link } from 'react-router';
import type { Deployment } from '../../api/model-answers.ts';
import { phaseOf } from './deployment-phase.ts';
import { chats, deploymentName, engineText } from './deployment-text.ts';

/** Leads to the chat with a deployment that serves one. */
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

/** What there is to know about a deployment. */
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

/** Stops what runs, and deletes what has ended. */
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

/** How a deployment can be ended in the state it is in. */
export function endingOf(deployment: Deployment): 'Stop' | 'Delete' {
  return ['starting', 'serving'].includes(phaseOf(deployment)) ? 'Stop' : 'Delete';
}

import Chip from '@mui/material/Chip';
import CircularProgress from '@mui/material/CircularProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Deployment } from '../../api/model-answers.ts';
import { phaseOf } from './deployment-phase.ts';

const colors = { starting: 'default', serving: 'primary', stopped: 'default', failed: 'error' } as const;

/** The status of a deployment as the platform names it, with the code of a failure. */
export function DeploymentStatus({ deployment }: { deployment: Deployment }) {
  const phase = phaseOf(deployment);
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      <Chip
        size="small"
        variant="outlined"
        label={deployment.status}
        color={colors[phase]}
        sx={{ '& .MuiChip-icon': { ml: 0.75 } }}
        {...(phase === 'starting'
          ? { icon: <CircularProgress size={12} color="inherit" aria-hidden /> }
          : {})}
      />
      {phase === 'failed' && deployment.last_error_code && (
        <Typography variant="body2" color="error" sx={{ maxWidth: 130, overflowWrap: 'anywhere' }}>
          {deployment.last_error_code}
        </Typography>
      )}
    </Stack>
  );
}

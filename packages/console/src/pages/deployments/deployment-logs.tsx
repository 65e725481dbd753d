import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { logsAnswer } from '../../api/model-answers.ts';
import type { Deployment } from '../../api/model-answers.ts';
import { InfoDialog } from '../../components/info-dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { TextBlock } from '../../components/text-block.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { deploymentName } from './deployment-text.ts';

/** The engine log of a deployment. */
export function DeploymentLogs({ deployment, onClose }: { deployment: Deployment; onClose: () => void }) {
  const [logs, again] = useAnswer(
    `/serving/deployment/${encodeURIComponent(deployment.id)}/logs`,
    logsAnswer,
  );
  const title = `Logs of ${deploymentName(deployment)}`;
  return (
    <InfoDialog
      title={title}
      onClose={onClose}
      action={
        <Button color="inherit" onClick={again}>
          Refresh
        </Button>
      }
    >
      <Loaded
        answer={logs}
        onRetry={again}
        missing={<Typography color="textSecondary">There are no logs of it.</Typography>}
      >
        {(data) =>
          data.logs.length === 0 ? (
            <Typography color="textSecondary">It has written nothing yet.</Typography>
          ) : (
            <TextBlock label={title}>{data.logs.join('\n')}</TextBlock>
          )
        }
      </Loaded>
    </InfoDialog>
  );
}

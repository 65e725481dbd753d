import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { currentMode } from '../../mode.ts';
import { modelsAnswer } from '../../api/model-answers.ts';
import { PageLayout } from '../../frame/page-layout.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { DeniedPage } from '../denied.tsx';
import { Deployments } from '../deployments/deployments.tsx';
import { Downloads } from '../hub/downloads.tsx';
import { Guide } from '../hub/guide.tsx';
import { HubSearch } from '../hub/hub-search.tsx';
import { useDeployments } from '../deployments/use-deployments.ts';
import { useDownloads } from '../hub/use-downloads.ts';
import { YourModels } from './your-models.tsx';

/** The models of this platform: hub, downloads, catalogue and deployments. */
export function ModelsPage() {
  const [mode] = useState(currentMode);
  const models = useAnswer('/models/?load_files=true', modelsAnswer);
  const [answer, askModels] = models;
  const deployments = useDeployments();
  const downloads = useDownloads(() => {
    askModels();
    deployments.again();
  });
  if (answer.kind === 'denied') return <DeniedPage />;

  const started = () => {
    askModels();
    downloads.again();
    deployments.again();
  };
  return (
    <PageLayout heading="Models">
      <Stack spacing={5}>
        {mode === 'novice' ? <Guide onStarted={started} /> : <HubSearch onStarted={started} />}
        <Downloads {...downloads} />
        <Deployments {...deployments} />
        <YourModels models={models} onStarted={started} />
      </Stack>
    </PageLayout>
  );
}

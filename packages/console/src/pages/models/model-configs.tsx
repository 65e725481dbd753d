import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { deployAnswer } from '../../api/model-answers.ts';
import type { Model, ModelConfig } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession, useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { InfoDialog } from '../../components/info-dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { TextBlock } from '../../components/text-block.tsx';
import type { Loaded as LoadedAnswer } from '../../api/use-answer.ts';
import { ChooseFile } from '../hub/choose-file.tsx';
import { weightFiles } from '../hub/file-state.ts';
import { mayDeploy } from './may.ts';
import { NewConfig } from './new-config.tsx';

type Open = { kind: 'nothing' } | { kind: 'new' } | { kind: 'view' | 'choose-file'; config: ModelConfig };

interface ModelConfigsProps {
  modelId: string;
  model: Model;
  configs: [LoadedAnswer<ModelConfig[]>, () => void];
  onDeployed: () => void;
}

/** "Model Configurations", each with a button to deploy the model. */
export function ModelConfigs({ modelId, model, configs: [configs, again], onDeployed }: ModelConfigsProps) {
  const { request } = useSession();
  const { roles = [] } = useUser();
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [busy, setBusy] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => setOpen({ kind: 'nothing' });
  const done = (text: string) => {
    close();
    setNotice({ text, opener: 'stays' });
  };

  /** Returns a sentence on failure. */
  const deploy = async (config: ModelConfig, fileId: string | null | undefined) => {
    const answer = await request('/serving/deploy_model', deployAnswer, {
      method: 'POST',
      body: { m_id: modelId, m_config_id: config.id, ...(fileId ? { m_file_id: fileId } : {}) },
    });
    if (answer.kind !== 'ok') {
      return problemOf(answer, {
        denied: 'Only administrators deploy models.',
        missing: 'The platform no longer has this model, or this configuration of it.',
      });
    }
    done(`${model.name} is being deployed.`);
    onDeployed();
    return null;
  };

  const start = async (config: ModelConfig) => {
    setNotice(null);
    setProblem(null);
    const files = weightFiles(model.m_files ?? []);
    if (!config.m_file_id && files.length > 1) return setOpen({ kind: 'choose-file', config });
    setBusy(config.id);
    setProblem(await deploy(config, config.m_file_id ?? files[0]?.id));
    setBusy(null);
  };

  return (
    <Section
      heading="Model Configurations"
      notice={notice}
      action={
        mayDeploy(roles) && (
          <Button variant="outlined" onClick={() => setOpen({ kind: 'new' })}>
            New Config for Model
          </Button>
        )
      }
    >
      {problem !== null && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problem}
        </Alert>
      )}
      <Loaded answer={configs} onRetry={again}>
        {(rows) => (
          <DataTable
            label="Model Configurations"
            rows={rows}
            rowKey={({ id }) => id}
            empty="It has no configuration yet"
            columns={[
              { title: 'Name', cell: configName },
              { title: 'Description', cell: ({ description }) => description ?? '–' },
              {
                title: 'Actions',
                cell: (config) => (
                  <Stack direction="row" spacing={1} sx={{ '& > *': { whiteSpace: 'nowrap' } }}>
                    <Button
                      size="small"
                      variant="outlined"
                      aria-label={`View Config ${configName(config)}`}
                      onClick={() => setOpen({ kind: 'view', config })}
                    >
                      View Config
                    </Button>
                    {mayDeploy(roles) && (
                      <Button
                        size="small"
                        variant="contained"
                        aria-label={`Deploy with ${configName(config)}`}
                        loading={busy === config.id}
                        onClick={() => void start(config)}
                      >
                        Deploy
                      </Button>
                    )}
                  </Stack>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {open.kind === 'view' && (
        <InfoDialog title={configName(open.config)} onClose={close}>
          <TextBlock label="Configuration">{configText(open.config)}</TextBlock>
        </InfoDialog>
      )}
      {open.kind === 'choose-file' && (
        <ChooseFile
          files={weightFiles(model.m_files ?? [])}
          onClose={close}
          onChosen={(fileId) => deploy(open.config, fileId)}
        />
      )}
      {open.kind === 'new' && (
        <NewConfig
          modelId={modelId}
          onClose={close}
          onAdded={(name) => {
            done(`${name} is added.`);
            again();
          }}
        />
      )}
    </Section>
  );
}

const configName = ({ name, default: isDefault }: ModelConfig) =>
  name || (isDefault ? 'Default Model Config' : 'Unnamed configuration');

const configText = ({ config = {}, system_config = {} }: ModelConfig) =>
  JSON.stringify({ config, system_config }, null, 2);

import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Model } from '../../api/model-answers.ts';
import { useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import type { Loaded as LoadedAnswer } from '../../api/use-answer.ts';
import { DeleteModel } from './delete-model.tsx';
import { DownloadFiles } from '../hub/download-files.tsx';
import { fileState } from '../hub/file-state.ts';
import { mayDownload } from './may.ts';
import { sourceText } from './model-text.ts';

type Open = { kind: 'nothing' } | { kind: 'download' | 'delete'; model: Model };

interface YourModelsProps {
  models: [LoadedAnswer<Model[]>, () => void];
  onStarted: () => void;
}

/** "Your Models": the catalogue of this platform. */
export function YourModels({ models: [models, again], onStarted }: YourModelsProps) {
  const { roles = [] } = useUser();
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [notice, setNotice] = useState<Notice | null>(null);

  const start = (next: Open) => {
    setNotice(null);
    setOpen(next);
  };
  const close = () => setOpen({ kind: 'nothing' });

  return (
    <Section heading="Your Models" notice={notice}>
      <Loaded answer={models} onRetry={again}>
        {(rows) => (
          <DataTable
            label="Your Models"
            rows={rows}
            rowKey={({ id, name }) => id ?? name}
            empty="No models yet"
            columns={[
              { title: 'Model Name', cell: (model) => <ModelName model={model} /> },
              {
                title: 'Download',
                cell: (model) => (
                  <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
                    {mayDownload(roles) && model.repo_modelId && (
                      <Button
                        size="small"
                        variant="outlined"
                        aria-label={`Download files of ${model.name}`}
                        onClick={() => start({ kind: 'download', model })}
                      >
                        Download
                      </Button>
                    )}
                    <Typography variant="body2" color="textSecondary">
                      {filesSentence(model)}
                    </Typography>
                  </Stack>
                ),
              },
              { title: 'Source', cell: sourceText },
              {
                title: 'Delete',
                cell: (model) => (
                  <Button
                    color="error"
                    size="small"
                    variant="outlined"
                    aria-label={`Delete ${model.name}`}
                    onClick={() => start({ kind: 'delete', model })}
                  >
                    Delete
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {open.kind === 'download' && (
        <DownloadFiles
          model={open.model}
          onClose={close}
          onStarted={(text) => {
            close();
            setNotice({ text, opener: 'stays' });
            onStarted();
          }}
        />
      )}
      {open.kind === 'delete' && (
        <DeleteModel
          model={open.model}
          onClose={close}
          onDeleted={() => {
            close();
            setNotice({ text: `${open.model.name} is deleted.`, opener: 'gone' });
            again();
          }}
        />
      )}
    </Section>
  );
}

function ModelName({ model: { id, name } }: { model: Model }) {
  if (!id) return name;
  return (
    <Link component={RouterLink} to={`/models/${encodeURIComponent(id)}`}>
      {name}
    </Link>
  );
}

function filesSentence({ m_files = [] }: Model): string {
  const count = m_files.filter((file) => fileState(file) === 'downloaded').length;
  if (count === 0) return 'Nothing downloaded';
  return count === 1 ? '1 file' : `${count} files`;
}

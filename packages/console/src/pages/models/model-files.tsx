import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Model, ModelFile } from '../../api/model-answers.ts';
import { useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { sizeText } from '../../size-text.ts';
import { DownloadFiles } from '../hub/download-files.tsx';
import { fileState } from '../hub/file-state.ts';
import { mayDownload } from './may.ts';

/** "Model Files", each with its state. */
export function ModelFiles({ model, onStarted }: { model: Model; onStarted: () => void }) {
  const { roles = [] } = useUser();
  const [choosing, setChoosing] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  return (
    <Section
      heading="Model Files"
      notice={notice}
      action={
        mayDownload(roles) &&
        model.repo_modelId && (
          <Button
            variant="outlined"
            onClick={() => {
              setNotice(null);
              setChoosing(true);
            }}
          >
            Download files
          </Button>
        )
      }
    >
      <DataTable
        label="Model Files"
        rows={model.m_files ?? []}
        rowKey={({ id, name }) => id ?? name}
        empty="It has no files yet"
        columns={[
          { title: 'File Name', cell: ({ name }) => name },
          { title: 'Size', cell: ({ size }) => sizeText(size) },
          { title: 'Status', cell: statusText },
        ]}
      />
      {choosing && (
        <DownloadFiles
          model={model}
          onClose={() => setChoosing(false)}
          onStarted={(text) => {
            setChoosing(false);
            setNotice({ text, opener: 'stays' });
            onStarted();
          }}
        />
      )}
    </Section>
  );
}

function statusText(file: ModelFile): string {
  const state = fileState(file);
  return state === 'downloading' ? `(downloading, ${file.download_percentage ?? 0} %)` : `(${state})`;
}

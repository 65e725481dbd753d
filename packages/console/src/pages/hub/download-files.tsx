import { useState } from 'react';
import { downloadAnswer, hubFilesAnswer } from '../../api/model-answers.ts';
import type { Model } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { FileChoice } from './file-choice.tsx';
import { modelText } from '../models/model-text.ts';

interface DownloadFilesProps {
  model: Model;
  onClose: () => void;
  onStarted: (sentence: string) => void;
}

/** A dialog to choose files of a model and download them. */
export function DownloadFiles({ model, onClose, onStarted }: DownloadFilesProps) {
  const { request } = useSession();
  const [origin] = useState(() => ({ hub: model.hub || 'HubsHf', model: modelText(model) }));
  const [asked] = useState(() => ({ method: 'POST' as const, body: origin }));
  const [files, again] = useAnswer('/model_files/search/', hubFilesAnswer, asked);

  const start = async (form: FormData) => {
    const wanted = form.getAll('file').map(String);
    if (wanted.length === 0) return 'Select at least one file.';
    const answer = await request('/models/download/', downloadAnswer, {
      method: 'POST',
      body: { ...origin, files_to_download: wanted },
    });
    if (answer.kind !== 'ok') {
      return problemOf(answer, {
        denied: 'Your role does not allow downloading models. Ask an administrator.',
        missing: 'The hub no longer has this model.',
      });
    }
    if (answer.data.result === false) return answer.data.message || 'The download could not be started.';
    onStarted(
      wanted.length === 1
        ? `${wanted[0]} is on its way.`
        : `${wanted.length} files of ${modelText(model)} are on their way.`,
    );
    return null;
  };

  return (
    <FormDialog
      title={`Select files to download for ${modelText(model)}`}
      action="Download Selected Files"
      maxWidth="sm"
      onSubmit={start}
      onClose={onClose}
    >
      <Loaded answer={files} onRetry={again}>
        {(found) => <FileChoice files={found} />}
      </Loaded>
    </FormDialog>
  );
}

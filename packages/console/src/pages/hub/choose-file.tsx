import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { textIn } from '../../form-text.ts';
import type { ModelFile } from '../../api/model-answers.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { sizeText } from '../../size-text.ts';

interface ChooseFileProps {
  files: ModelFile[];
  onClose: () => void;
  /** Deploys it. Gives a sentence when that did not work. */
  onChosen: (fileId: string) => Promise<string | null>;
}

/** Asks which of a model's downloaded files is to be deployed. */
export function ChooseFile({ files, onClose, onChosen }: ChooseFileProps) {
  return (
    <FormDialog
      title="Which file do you want to deploy?"
      action="Deploy"
      onSubmit={(form) => onChosen(textIn(form, 'file'))}
      onClose={onClose}
    >
      <TextField select label="File" name="file" defaultValue={files[0]?.id ?? ''} fullWidth>
        {files.map(({ id, name, size }) => (
          <MenuItem key={name} value={id ?? ''}>
            {`${name} - ${sizeText(size)}`}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}

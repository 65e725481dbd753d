import type { Ref } from 'react';
import { passwordRule } from '../../password-problem.ts';
import { PasswordField } from '../../components/password-field.tsx';

interface NewPasswordFieldProps {
  label: string;
  name: string;
  /** Problem with the input, or null. */
  broken: string | null;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field for a new password, with the rule and its violation. */
export function NewPasswordField({ broken, ...field }: NewPasswordFieldProps) {
  return (
    <PasswordField
      {...field}
      autoComplete="new-password"
      helperText={broken ?? passwordRule}
      error={broken !== null}
    />
  );
}

import type { Ref } from 'react';
import { passwordRule } from '../../password-problem.ts';
import { PasswordField } from '../../components/password-field.tsx';

interface NewPasswordFieldProps {
  label: string;
  name: string;
  /** What is wrong with what was typed, or null. */
  broken: string | null;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A password to be: says the rule, and then what broke it. */
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

import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { passwordCapabilityAnswer } from '../../api/answers.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { ChangePassword } from './change-password.tsx';

/** The user's own password, if the platform keeps it. */
export function Password() {
  const [capability, again] = useAnswer('/auth/users/me/password-capability', passwordCapabilityAnswer);
  const [notice, setNotice] = useState<Notice | null>(null);
  return (
    <Section heading="Password" notice={notice}>
      <Loaded answer={capability} onRetry={again}>
        {({ available, reason }) =>
          available ? (
            <ChangePassword
              onStarted={() => setNotice(null)}
              onChanged={() =>
                setNotice({
                  text: 'Your password is changed. Your other sessions have ended.',
                  opener: 'stays',
                })
              }
            />
          ) : (
            <Alert severity="info">{reason ?? 'Your password cannot be changed here.'}</Alert>
          )
        }
      </Loaded>
    </Section>
  );
}

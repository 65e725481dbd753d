import { securityAnswer } from '../../answers.ts';
import { useShowSecurity } from '../../security.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Section } from '../../shell/section.tsx';
import { useAnswer } from '../../use-answer.ts';
import { SecurityForm } from './security-form.tsx';

/** What everybody has to accept first, and what is written above and below everything. */
export function ConsentAndBanners() {
  const [config, again] = useAnswer('/security/admin/config', securityAnswer);
  const show = useShowSecurity();
  return (
    <Section heading="Consent and banners">
      <Loaded answer={config} onRetry={again}>
        {(stored) => <SecurityForm stored={stored} onSaved={show} />}
      </Loaded>
    </Section>
  );
}

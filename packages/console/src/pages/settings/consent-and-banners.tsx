import { securityAnswer } from '../../api/answers.ts';
import { useShowSecurity } from '../../session/security.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { SecurityForm } from './security-form.tsx';

/** Settings of the consent gate and the classification banners. */
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

import { HubError } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const gatedLooksMissing = defineFault({
  id: 'M19c',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A gated repository is reported as missing.',
  source: 'Kamiwaza documentation, help-and-fixes: a gated model is refused with 401',
  reverts: 'that people learn that terms have to be accepted',
  install({ services }) {
    const { repository } = services.hub;
    services.hub.repository = async (id) => {
      try {
        return await repository(id);
      } catch (error) {
        if (error instanceof HubError && error.status === 401)
          throw new HubError('Repository not found', 404);
        throw error;
      }
    };
  },
});

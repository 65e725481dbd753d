import { HubError } from '../hub/hub-client.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M19c',
  area: 'model-engine',
  sentence: 'A gated repository is told of as one that is not there.',
  source: 'Kamiwaza documentation, help-and-fixes: a gated model is refused with 401',
  reverts: 'that people learn that terms have to be accepted',
  install({ parts }) {
    const { repository } = parts.hub;
    parts.hub.repository = async (id, weather) => {
      try {
        return await repository(id, weather);
      } catch (error) {
        if (error instanceof HubError && error.status === 401)
          throw new HubError('Repository not found', 404);
        throw error;
      }
    };
  },
};

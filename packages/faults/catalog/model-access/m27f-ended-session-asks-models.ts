import { isForAModel } from '../../inject/service/is-for-a-model.ts';
import { defineFault } from '../../src/define-fault.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const endedSessionAsksModels = defineFault({
  id: 'M27f',
  capability: 'model-access',
  layer: 'service',
  sentence: 'The access token of a signed-out session still opens deployed models.',
  source: 'Ours: what is known of a token by its signature alone is not known to have ended',
  reverts: 'that the API of a model asks whether a session has ended',
  install({ services, http }) {
    const currentCall = currentRequest(http);
    const { isLive: sessionCounts } = services.sessions;
    services.sessions.isLive = (sid) => isForAModel(currentCall()) || sessionCounts(sid);
  },
});

import { isForAModel } from '../../inject/service/is-for-a-model.ts';
import { defineFault } from '../../src/define-fault.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const revokedTokenAsksModels = defineFault({
  id: 'M27e',
  capability: 'model-access',
  layer: 'service',
  sentence: 'A revoked personal access token still opens deployed models.',
  source: 'Ours: scripts that ask models are where such tokens leak',
  reverts: 'that the API of a model asks whether a token has been revoked',
  install({ services, http }) {
    const currentCall = currentRequest(http);
    const { isPatActive: patCounts } = services.tokens;
    services.tokens.isPatActive = (jti) => isForAModel(currentCall()) || patCounts(jti);
  },
});

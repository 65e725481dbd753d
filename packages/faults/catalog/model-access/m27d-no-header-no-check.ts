import { isForAModel } from '../../inject/service/is-for-a-model.ts';
import { defineFault } from '../../src/define-fault.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const noHeaderNoCheck = defineFault({
  id: 'M27d',
  capability: 'model-access',
  layer: 'service',
  sentence: 'A deployment answers callers without credentials; only credentials that are sent are checked.',
  source: 'Ours: a filter that looks at a header is easily skipped when there is none',
  reverts: 'that a model is closed to callers without credentials',
  install({ services, http }) {
    const currentCall = currentRequest(http);
    const { decide } = services.gateway;
    services.gateway.decide = (question) => {
      const request = currentCall();
      const showsNothing = request?.headers.authorization === undefined && !request?.cookies.access_token;
      return isForAModel(request) && showsNothing ? { allow: true } : decide(question);
    };
  },
});

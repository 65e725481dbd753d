import { isForAModel } from '../../inject/service/is-for-a-model.ts';
import { defineFault } from '../../src/define-fault.ts';
import { currentRequest } from '../../inject/service/current-request.ts';

export const noHeaderNoQuestion = defineFault({
  id: 'M27d',
  capability: 'model-access',
  layer: 'service',
  sentence: 'A deployment answers whoever sends no credentials at all; only those that are sent are checked.',
  source: 'Ours: a filter that looks at a header is easily skipped where there is none',
  reverts: 'that a model is closed to callers without credentials',
  install({ services, http }) {
    const underWay = currentRequest(http);
    const { decide } = services.gateway;
    services.gateway.decide = (question) => {
      const request = underWay();
      const showsNothing = request?.headers.authorization === undefined && !request?.cookies.access_token;
      return isForAModel(request) && showsNothing ? { allow: true } : decide(question);
    };
  },
});

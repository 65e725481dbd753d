import { defineFault } from '../../src/define-fault.ts';

export const certificateUnchecked = defineFault({
  id: 'MX34',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'The key is sent to an endpoint whose certificate cannot be verified.',
  source: 'Ours: an attacker between the platform and the provider reads the key',
  reverts: 'that an endpoint proves who it is',
  install({ services }) {
    const { discover } = services.endpoints;
    services.endpoints.discover = async (request) => {
      const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env;
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        return await discover(request);
      } finally {
        if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
        else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
      }
    };
  },
});

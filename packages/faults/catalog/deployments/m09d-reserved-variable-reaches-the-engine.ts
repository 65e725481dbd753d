import { instanceParts, startInstance } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const reservedVariableReachesTheEngine = defineFault({
  id: 'M9d',
  capability: 'deployments',
  layer: 'service',
  sentence: 'A reserved variable is no longer shown, and still reaches the engine.',
  source: 'ENG-4068',
  reverts: 'that an engine starts without the reserved variables',
  install({ services }) {
    const { instanceOptions } = services.serving;
    services.serving.instanceOptions = async (deployment) => ({
      ...(await instanceOptions(deployment)),
      runtimeEnv: (deployment.asked['runtime_env'] ?? {}) as Record<string, string | null>,
    });
    services.serving.startInstance = async (options) => {
      const runtimeEnv: typeof instanceParts.runtimeEnv = (parent, asked) => {
        const given = Object.entries({ ...asked }).filter(
          (pair): pair is [string, string] => pair[1] !== null,
        );
        return { env: { ...parent, ...Object.fromEntries(given) }, dropped: [] };
      };
      return startInstance(options, { ...instanceParts, runtimeEnv });
    };
  },
});

import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M9d',
  area: 'model-engine',
  sentence: 'A reserved variable is not shown any more, and reaches the engine all the same.',
  source: 'ENG-4068',
  reverts: 'that an engine starts without the reserved variables',
  install({ parts }) {
    const { instanceOptions } = parts.serving;
    parts.serving.instanceOptions = async (deployment) => ({
      ...(await instanceOptions(deployment)),
      runtimeEnv: (deployment.asked['runtime_env'] ?? {}) as Record<string, string | null>,
    });
    parts.serving.startInstance = async (options) => {
      const { instanceParts, startInstance } = await import('../engine/instance/start-instance.ts');
      const runtimeEnv: typeof instanceParts.runtimeEnv = (parent, asked) => {
        const given = Object.entries({ ...asked }).filter(
          (pair): pair is [string, string] => pair[1] !== null,
        );
        return { env: { ...parent, ...Object.fromEntries(given) }, dropped: [] };
      };
      return startInstance(options, { ...instanceParts, runtimeEnv });
    };
  },
};

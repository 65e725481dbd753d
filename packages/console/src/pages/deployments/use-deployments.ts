import { deploymentsAnswer } from '../../api/model-answers.ts';
import type { Deployment } from '../../api/model-answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { Loaded } from '../../api/use-answer.ts';
import { useFresh } from '../../api/use-fresh.ts';
import { phaseOf } from './deployment-phase.ts';

export interface LoadedDeployments {
  deployments: Loaded<Deployment[]>;
  again: () => void;
}

/** The deployments of the platform, or of one of its models, kept fresh while one of them starts. */
export function useDeployments(modelId?: string): LoadedDeployments {
  const query = modelId === undefined ? '' : `?model_id=${encodeURIComponent(modelId)}`;
  const [deployments, again] = useAnswer(`/serving/deployments${query}`, deploymentsAnswer);
  useFresh(deployments, someStart, again);
  return { deployments, again };
}

const someStart = (deployments: Deployment[]) => deployments.some((one) => phaseOf(one) === 'starting');

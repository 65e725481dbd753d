import type { Deployment } from '../../api/model-answers.ts';

/** What a deployment is called: by its model, of which the platform may know no more than the id. */
export function deploymentName({ m_name, m_id }: Deployment): string {
  return m_name || m_id;
}

/** Where a deployment answers: at a machine of its own, or behind the address of the platform. */
export function hostOf({ host_ip }: Deployment): string {
  return host_ip || location.hostname;
}

/** The port of a deployment; one without a port of its own answers at the platform's. */
export function portOf({ lb_port }: Deployment): string {
  return lb_port ? String(lb_port) : location.port || (location.protocol === 'https:' ? '443' : '80');
}

/** Whether one can talk with the model. A platform that does not say what a model can do is taken at its word. */
export function chats({ capabilities = [] }: Deployment): boolean {
  return capabilities.length === 0 || capabilities.includes('chat.completions');
}

/** An engine as its makers write it. */
export function engineText({ engine }: Deployment): string {
  const name = engine ?? '';
  return { llamacpp: 'Llamacpp', vllm: 'vLLM', mlx: 'MLX' }[name] ?? name;
}

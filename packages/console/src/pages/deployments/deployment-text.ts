import type { Deployment } from '../../api/model-answers.ts';

/** The name of a deployment: its model's name, or else the model's id. */
export function deploymentName({ m_name, m_id }: Deployment): string {
  return m_name || m_id;
}

/** The host of a deployment: a separate machine, or the platform. */
export function hostOf({ host_ip }: Deployment): string {
  return host_ip || location.hostname;
}

/** The port of a deployment, or else the platform's. */
export function portOf({ lb_port }: Deployment): string {
  return lb_port ? String(lb_port) : location.port || (location.protocol === 'https:' ? '443' : '80');
}

/** Whether the model supports chat; assumed when the platform does not list capabilities. */
export function chats({ capabilities = [] }: Deployment): boolean {
  return capabilities.length === 0 || capabilities.includes('chat.completions');
}

/** The display name of an engine. */
export function engineText({ engine }: Deployment): string {
  const name = engine ?? '';
  return { llamacpp: 'Llamacpp', vllm: 'vLLM', mlx: 'MLX' }[name] ?? name;
}

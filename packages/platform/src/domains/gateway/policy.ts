import { z } from 'zod';

/** The RBAC policy file: which roles may call which paths. The first matching endpoint decides. */
export const policySchema = z
  .strictObject({
    version: z.number().int().positive(),
    env: z.string(),
    default_deny: z.boolean(),
    roles: z.array(z.string()).min(1),
    endpoints: z.array(
      z.strictObject({
        path: z.string().startsWith('/'),
        methods: z.array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', '*'])).min(1),
        roles: z.array(z.string()),
      }),
    ),
  })
  .superRefine(({ roles, endpoints }, context) => {
    endpoints.forEach((endpoint, index) => {
      for (const role of endpoint.roles.filter((name) => !roles.includes(name))) {
        context.addIssue({
          code: 'custom',
          path: ['endpoints', index, 'roles'],
          message: `"${role}" is not one of the policy's roles (${roles.join(', ')})`,
        });
      }
    });
  });

export type Policy = z.infer<typeof policySchema>;
export type PolicyRule = Policy['endpoints'][number];

/** A request as the policy sees it; the path is normalised (see requestPath). */
export interface PolicyQuestion {
  method: string;
  path: string;
  roles: readonly string[];
}

/** A decision with its rule; without a rule, the default has decided. */
export interface PolicyDecision {
  allow: boolean;
  rule?: PolicyRule;
}

/** Role that every caller has, signed in or not. */
export const anonymous = 'anonymous';

/** Whether the policy lets this request through. */
export function decide(policy: Policy, { method, path, roles }: PolicyQuestion): PolicyDecision {
  const rule = policy.endpoints.find(
    (endpoint) => matchesMethod(endpoint.methods, method) && patternFor(endpoint.path).test(path),
  );
  if (!rule) return { allow: !policy.default_deny };
  return { allow: rule.roles.some((role) => role === anonymous || roles.includes(role)), rule };
}

// A rule for GET covers HEAD.
function matchesMethod(methods: readonly string[], method: string): boolean {
  const asked = method.toUpperCase();
  return methods.includes('*') || methods.includes(asked) || (asked === 'HEAD' && methods.includes('GET'));
}

const patterns = new Map<string, RegExp>();

function patternFor(glob: string): RegExp {
  const known = patterns.get(glob);
  if (known) return known;
  const source = glob
    .split('/')
    .slice(1)
    .map((segment) => {
      if (segment === '**') return '(?:/[^/]+)*';
      if (segment === '*') return '/[^/]+';
      return `/${segment.split('*').map(RegExp.escape).join('[^/]*')}`;
    })
    .join('');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(glob, pattern);
  return pattern;
}

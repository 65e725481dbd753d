import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import { NetworkPolicy, type INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import {
  type IPodDisruptionBudget,
  PodDisruptionBudget,
} from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { type ISecret, Secret } from 'kubernetes-models/v1/Secret';
import { type IService, Service } from 'kubernetes-models/v1/Service';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

// What can be verified of deploy/gatekeeper without a cluster, a container engine or a running systemd.

const read = (...file: string[]) => readFileSync(path.join(projectRoot, ...file), 'utf8');
const manifest = (file: string): unknown => parse(read('deploy/gatekeeper/kubernetes', file));

const deployment = manifest('deployment.yaml') as IDeployment;
const service = manifest('service.yaml') as IService;
const budget = manifest('pod-disruption-budget.yaml') as IPodDisruptionBudget;
const network = manifest('network-policy.yaml') as INetworkPolicy;
const secret = manifest('secret.template.yaml') as ISecret;

describe('the Kubernetes manifests', () => {
  const { spec, metadata: { labels } = {} } = deployment.spec!.template;
  const [container] = spec!.containers;

  test('conform to the Kubernetes schema', () => {
    for (const object of [
      new Deployment(deployment),
      new Service(service),
      new PodDisruptionBudget(budget),
      new NetworkPolicy(network),
      new Secret(secret),
    ]) {
      expect(() => object.validate()).not.toThrow();
    }
  });

  test('are applied together, except for the secret', () => {
    const { resources } = manifest('kustomization.yaml') as { resources: string[] };
    const others = new Set(['kustomization.yaml', 'secret.template.yaml']);

    expect(resources.toSorted()).toEqual(
      readdirSync(path.join(projectRoot, 'deploy/gatekeeper/kubernetes'))
        .filter((file) => !others.has(file))
        .toSorted(),
    );
  });

  test('give the pods no rights', () => {
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container!.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container!.resources).toMatchObject({
      requests: { memory: '256Mi' },
      limits: { memory: '512Mi' },
    });
    for (const each of ['hostNetwork', 'hostPID', 'hostIPC', 'initContainers']) {
      expect(spec).not.toHaveProperty(each);
    }
  });

  test('keep one of two replicas up, and send it no traffic before it is ready', () => {
    expect(deployment.spec!.replicas).toBe(2);
    expect(deployment.spec!.strategy!.rollingUpdate!.maxUnavailable).toBe(0);
    expect(budget.spec!.minAvailable).toBe(1);
    expect(container!.livenessProbe!.httpGet).toEqual({ path: '/healthz', port: 'http' });
    expect(container!.readinessProbe!.httpGet).toEqual({ path: '/readyz', port: 'http' });
  });

  test('select the pods and their port', () => {
    for (const selector of [
      deployment.spec!.selector.matchLabels,
      service.spec!.selector,
      budget.spec!.selector!.matchLabels,
      network.spec!.podSelector!.matchLabels,
    ]) {
      expect(labels).toMatchObject(selector!);
    }
    expect(container!.ports).toEqual([{ name: 'http', containerPort: 8787 }]);
    expect(service.spec!.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http' }]);
  });

  test('allow the named traffic in and out, and no other', () => {
    expect(network.spec!.policyTypes).toEqual(['Ingress', 'Egress']);
    const rules = [...network.spec!.ingress!, ...network.spec!.egress!];
    expect(rules.map(({ ports }) => ports!.map(({ port }) => port))).toEqual([
      [8787],
      [53, 53],
      [5432],
      [443],
    ]);
    const targets = network.spec!.egress!.flatMap(({ to }) => to!);
    const open = targets.find(({ ipBlock }) => ipBlock !== undefined);
    expect(open!.ipBlock!.except).toContain('169.254.0.0/16');
  });

  test('hold no secret', () => {
    expect(Object.values(secret.stringData!)).toEqual(['', '', '', '', '']);
    expect(secret).not.toHaveProperty('data');
    expect(container!.env!.map(({ name }) => name)).toEqual(['PUBLIC_URL', 'GATE_POLICY', 'GATE_OWNERS']);
    expect(container!.envFrom).toEqual([{ secretRef: { name: secret.metadata!.name } }]);
  });
});

describe('the container file', () => {
  const lines = read('deploy/gatekeeper/Containerfile').replaceAll('\\\n', ' ').split('\n');

  test('uses the versions of the project', () => {
    const { catalog } = parse(read('pnpm-workspace.yaml')) as { catalog: Record<string, string> };
    const { engines } = JSON.parse(read('package.json')) as { engines: { pnpm: string } };

    const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(images).toEqual(Array(2).fill(`docker.io/library/node:${catalog['node']}-slim`));
    expect(lines).toContain(`RUN npm install --global pnpm@${engines.pnpm.replace('>=', '')}`);
  });

  test('includes every package that the gatekeeper depends on, and exposes them to the builder', () => {
    const folders = workspaceOf('gatekeeper').map((name) => `packages/${name}`);
    const seen = read('deploy/gatekeeper/Containerfile.dockerignore').split('\n');

    for (const folder of folders) expect(lines).toContain(`COPY ${folder} ${folder}`);
    expect(seen).toEqual(
      expect.arrayContaining(['*', '**/node_modules', ...folders.map((each) => `!${each}`)]),
    );
  });

  test('drops root and development dependencies, and reports whether the process is alive', () => {
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER 1000:1000']);
    expect(lines.find((line) => line.includes('pnpm install'))).toContain('--frozen-lockfile --prod');
    expect(lines.find((line) => line.startsWith('HEALTHCHECK '))).toContain('/healthz');
    expect(lines).toContain('VOLUME /data');
    expect(lines).toContain('CMD ["node", "packages/gatekeeper/src/main.ts"]');
  });
});

test('the systemd unit is hardened, always restarts, and keeps its secrets in a root-only file', () => {
  const lines = read('deploy/gatekeeper/kamiwaza-gatekeeper.service').split('\n');

  expect(lines).toEqual(
    expect.arrayContaining([
      'EnvironmentFile=/etc/kamiwaza-gatekeeper.env',
      'StartLimitIntervalSec=0',
      'Restart=always',
      'DynamicUser=yes',
      'StateDirectory=kamiwaza-gatekeeper',
      'StateDirectoryMode=0700',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'SystemCallFilter=@system-service',
    ]),
  );
  expect(
    lines.filter((line) => /^Environment=.*(TOKEN|SECRET|PASSWORD|KEY|DATABASE_URL)/.test(line)),
  ).toEqual([]);
});

/** A workspace package and its runtime dependencies, by folder name. */
function workspaceOf(name: string, known = new Set<string>()): string[] {
  known.add(name);
  const { dependencies = {} } = JSON.parse(read(`packages/${name}/package.json`)) as {
    dependencies?: Record<string, string>;
  };
  for (const needed of Object.keys(dependencies)) {
    const folder = needed.replace('@uat/', '');
    if (folder !== needed && !known.has(folder)) workspaceOf(folder, known);
  }
  return [...known];
}

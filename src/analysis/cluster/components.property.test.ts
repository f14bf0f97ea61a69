import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { shortHash } from '../../base/hash.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { spotOf } from '../../model/place.ts'
import { resourceAs, resourceOf, type Resource } from '../../model/resource.ts'
import { createScene, type Scene } from '../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../model/version.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judge } from '../../rules/judge.ts'
import { componentsIn } from './components.ts'
import { SETTINGS } from './settings.data.ts'

const FLAGS = [
  'anonymous-auth',
  'authorization-mode',
  'read-only-port',
  'client-cert-auth',
  'config',
]
const word = fc.oneof(
  fc.constantFrom(
    'kube-apiserver',
    '/usr/bin/kubelet',
    'etcd',
    'sh',
    '-c',
    '$ARGS',
    '${MORE}',
    'k3s',
  ),
  fc
    .tuple(
      fc.constantFrom(...FLAGS),
      fc.constantFrom('', '=true', '=false', '=Node,RBAC', '=/a.yaml'),
    )
    .map(([flag, value]) => `--${flag}${value}`),
  fc.string({ maxLength: 8 }),
)
const words = fc.array(word, { maxLength: 6 })
const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), words)
const extra = fc.oneof(
  value,
  fc.dictionary(fc.constantFrom(...FLAGS), value),
  fc.array(fc.record({ name: fc.constantFrom(...FLAGS), value }), { maxLength: 3 }),
)

const object = fc.oneof(
  fc.record({ command: value, args: value, env: value }).map((container) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a', namespace: 'kube-system' },
    spec: {
      containers: [{ name: 'a', image: 'registry.k8s.io/kube-apiserver:v1.36.1', ...container }],
    },
  })),
  extra.map((extraArgs) => ({
    apiVersion: 'kubeadm.k8s.io/v1beta4',
    kind: 'ClusterConfiguration',
    apiServer: { extraArgs },
    etcd: { local: { extraArgs } },
  })),
  extra.map((extraArgs) => ({
    apiVersion: 'controlplane.cluster.x-k8s.io/v1beta1',
    kind: 'KubeadmControlPlane',
    metadata: { name: 'a' },
    spec: { kubeadmConfigSpec: { clusterConfiguration: { apiServer: { extraArgs } } } },
  })),
  value.map((authentication) => ({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication,
    readOnlyPort: authentication,
  })),
  value.map((kubeAPIServer) => ({
    apiVersion: 'kops.k8s.io/v1alpha2',
    kind: 'Cluster',
    metadata: { name: 'a' },
    spec: { kubeAPIServer, kubelet: { anonymousAuth: kubeAPIServer } },
  })),
  words.map((list) => ({ kind: 'K3sConfig', 'kube-apiserver-arg': list, 'kubelet-arg': list })),
  extra.map((extraArgs) => ({
    kind: 'MachineConfig',
    cluster: { apiServer: { extraArgs, auditPolicy: extraArgs } },
    machine: { kubelet: { extraArgs, extraConfig: extraArgs } },
  })),
  words.map((list) => ({
    kind: 'Unit',
    Service: { ExecStart: [list], Environment: { ARGS: list } },
  })),
)

const estate = fc.array(object, { maxLength: 5 })

it('answers each question about each program, with a place that is there', () => {
  fc.assert(
    fc.property(estate, (objects) => {
      for (const component of componentsIn(sceneOf(objects))) {
        for (const name of SETTING_NAMES) {
          const { place, sure, value: told } = component.setting(name)
          expect(spotOf(place).line).toBe(1)
          expect(sure || told === undefined).toBe(true)
        }
      }
    }),
  )
})

it('judges whatever is written without throwing, and the same in any order', () => {
  fc.assert(
    fc.property(estate, (objects) => {
      const told = (list: readonly unknown[]): readonly string[] =>
        judge(sceneOf(list), CLUSTER)
          .map(({ rule, complaint }) => `${rule.id} ${complaint.message}`)
          .toSorted()
      expect(told(objects.toReversed())).toEqual(told(objects))
    }),
  )
})

const SETTING_NAMES = [
  ...keysOf(SETTINGS['kube-apiserver']),
  ...keysOf(SETTINGS.kubelet),
  ...keysOf(SETTINGS.etcd),
]

const CLUSTER = CATALOGUE.filter(({ id }) => /^(?:api|etcd|enc|audit|kubelet)-/.test(id))

function keysOf<Name extends string>(facts: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(facts).filter((name): name is Name => name in facts)
}

function sceneOf(objects: readonly unknown[]): Scene {
  const resources = objects.map(resourceFrom)
  return createScene(resources, {
    kubernetes: NEWEST_KUBERNETES,
    offering: 'none',
    today: '2026-11-25',
  })
}

const OWN: Readonly<Record<string, string>> = {
  K3sConfig: 'k3s',
  MachineConfig: 'talos',
  Unit: 'systemd',
}

function resourceFrom(value: unknown): Resource {
  const text = JSON.stringify(value)
  const file = `${shortHash(text)}.yaml`
  const [document] = readYaml({ file, text }).documents
  if (document === undefined) throw new Error('The example is not whole.')
  const resource = resourceOf(document)
  const apiVersion = OWN[resource.kind]
  return apiVersion === undefined
    ? resource
    : resourceAs(document, { apiVersion, kind: resource.kind, name: file })
}

import { describe, expect, it } from 'vitest'
import { resourceOf } from '../model/resource.ts'
import { createScene } from '../model/scene.ts'
import { detectOffering } from './detect-offering.ts'
import { documentOf } from './estate.testing.ts'
import { OFFERING_SIGNS } from './offering-signs.data.ts'

const CLASS = (driver: string): string =>
  `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}, provisioner: ${driver}}`
const MARKED = (key: string): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: x, annotations: {${key}: x}}}`
const POD = (spec: string): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {containers: [], ${spec}}}`
const NODE = (id: string): string =>
  `{apiVersion: v1, kind: Node, metadata: {name: x}, spec: {providerID: '${id}'}}`

function detect(...texts: readonly string[]): ReturnType<typeof detectOffering> {
  const resources = texts.map((text) => resourceOf(documentOf(text)))
  return detectOffering(
    createScene(resources, {
      kubernetes: { major: 1, minor: 36 },
      offering: 'none',
      today: '2026-11-24',
    }),
  )
}

describe('detectOffering', () => {
  it.each([
    { name: 'a provisioner', text: CLASS('csi.scaleway.com'), offering: 'kapsule' },
    {
      name: 'an annotation of a load balancer',
      text: MARKED('service.beta.kubernetes.io/aws-load-balancer-type'),
      offering: 'eks',
    },
    {
      name: 'a node selector',
      text: POD('nodeSelector: {cloud.google.com/gke-nodepool: x}'),
      offering: 'gke',
    },
    {
      name: 'a node affinity',
      text: POD(
        'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}, {matchExpressions: [{key: a}, {key: kubernetes.azure.com/mode}]}]}}}',
      ),
      offering: 'aks',
    },
    { name: 'the address of a node', text: NODE('gce://project/zone/x'), offering: 'gke' },
    {
      name: 'a label of a node',
      text: '{apiVersion: v1, kind: Node, metadata: {name: x, labels: {k8s.scaleway.com/pool-name: x}}}',
      offering: 'kapsule',
    },
    {
      name: 'an annotation of a pod template',
      text: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: x}, spec: {template: {metadata: {annotations: {autopilot.gke.io/no-connect: "true"}}, spec: {containers: []}}}}',
      offering: 'autopilot',
    },
    {
      name: 'a group',
      text: '{apiVersion: kubeadm.k8s.io/v1beta4, kind: ClusterConfiguration}',
      offering: 'self-managed',
    },
    {
      name: 'a volume',
      text: '{apiVersion: v1, kind: PersistentVolume, metadata: {name: x}, spec: {csi: {driver: disk.csi.azure.com}}}',
      offering: 'aks',
    },
    {
      name: 'a class of load balancers',
      text: '{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {loadBalancerClass: eks.amazonaws.com/nlb}}',
      offering: 'eks',
    },
    {
      name: 'a configuration of k3s',
      text: '{apiVersion: k3s, kind: K3sConfig, metadata: {name: config.yaml}}',
      offering: 'self-managed',
    },
    {
      name: 'a configuration of a Talos machine',
      text: '{apiVersion: talos, kind: MachineConfig, metadata: {name: controlplane.yaml}}',
      offering: 'self-managed',
    },
    {
      name: 'the node that a pod is bound to',
      text: POD('nodeName: scw-shop-default-1a2b'),
      offering: 'kapsule',
    },
  ])('reads it off $name', ({ text, offering }) => {
    expect(detect(text).offering).toBe(offering)
  })

  it.each([
    {
      name: 'nothing tells',
      texts: [CLASS('rancher.io/local-path'), MARKED('app.kubernetes.io/name')],
    },
    {
      name: 'signs contradict one another',
      texts: [CLASS('csi.scaleway.com'), CLASS('ebs.csi.aws.com')],
    },
    { name: 'a driver only begins like a known one', texts: [CLASS('ebs.csi.aws.com.example')] },
    {
      name: 'a key only begins like a known domain',
      texts: [MARKED('eks.amazonaws.com.example/x')],
    },
    { name: 'a name stands at another place', texts: [MARKED('csi.scaleway.com')] },
    {
      name: 'a kind of OpenShift has the name of one of Talos',
      texts: [
        '{apiVersion: machineconfiguration.openshift.io/v1, kind: MachineConfig, metadata: {name: x}}',
      ],
    },
    { name: 'the mesh of Kosmos stands alone', texts: [MARKED('kilo.squat.ai/location')] },
  ])('says none when $name', ({ texts }) => {
    expect(detect(...texts).offering).toBe('none')
  })

  it('lets the narrower offering of a family win', () => {
    expect(detect(MARKED('cloud.google.com/neg'), MARKED('autopilot.gke.io/x')).offering).toBe(
      'autopilot',
    )
    expect(detect(MARKED('kilo.squat.ai/location'), CLASS('csi.scaleway.com')).offering).toBe(
      'kosmos',
    )
  })

  it('shows each sign once, with the first place it stands at', () => {
    const text = `apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n  annotations:\n    networking.gke.io/a: x\n    networking.gke.io/b: x\n`
    expect(detect(text, text, CLASS('pd.csi.storage.gke.io')).evidence).toEqual([
      'key networking.gke.io/a (test.yaml:6:5)',
      'driver pd.csi.storage.gke.io (test.yaml:1:74)',
    ])
  })

  it('shows the signs that contradict one another', () => {
    expect(detect(CLASS('csi.scaleway.com'), CLASS('ebs.csi.aws.com')).evidence).toHaveLength(2)
  })

  it('gives every sign a source and a day', () => {
    for (const { source, read } of OFFERING_SIGNS) {
      expect(source).toMatch(/^https:\/\//)
      expect(read).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })
})

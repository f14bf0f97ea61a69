import type { Provider } from '../model/offering.ts'

/**
 * Something in a manifest that only one offering of Kubernetes understands. `where` says what is compared with `text`:
 * `key` the beginning of a label, annotation or node selector, `driver` a provisioner, CSI driver or load balancer class,
 * `group` the group of an apiVersion, `node` the beginning of a node's providerID. With `onlyWith`, the sign says more
 * about an offering that others have shown, and nothing alone.
 */
export interface OfferingSign {
  readonly offering: Provider
  readonly where: 'key' | 'driver' | 'group' | 'node'
  readonly text: string
  readonly onlyWith?: Provider
  readonly source: string
  readonly read: string
}

const read = '2026-11-24'
const scalewayLoadBalancers =
  'https://github.com/scaleway/scaleway-cloud-controller-manager/blob/main/docs/loadbalancer-annotations.md'
const scalewayTags =
  'https://github.com/scaleway/scaleway-cloud-controller-manager/blob/main/docs/tags.md'
const scalewayCsi = 'https://github.com/scaleway/scaleway-csi'
const awsLoadBalancers =
  'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/'
const awsCsi = 'https://docs.aws.amazon.com/eks/latest/userguide/storage.html'
const eks = 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html'
const eksAuto = 'https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html'
const gkeStorage = 'https://cloud.google.com/kubernetes-engine/docs/concepts/storage-overview'
const gkeNodes = 'https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools'
const gkeIngress = 'https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration'
const gkeIdentity = 'https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity'
const autopilot =
  'https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-resource-requests'
const aksStorage = 'https://learn.microsoft.com/azure/aks/concepts-storage'
const aksNodes = 'https://learn.microsoft.com/azure/aks/use-labels'
const aksLoadBalancers = 'https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/'
const aksIdentity = 'https://learn.microsoft.com/azure/aks/workload-identity-overview'
const kubeadm = 'https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/'
const k3s = 'https://docs.k3s.io/helm'
const kind = 'https://kind.sigs.k8s.io/docs/user/configuration/'
const kilo = 'https://www.scaleway.com/en/developers/api/kubernetes/'

/** Every sign we know. */
export const OFFERING_SIGNS: readonly OfferingSign[] = [
  { offering: 'kapsule', where: 'key', text: 'k8s.scaleway.com/', source: scalewayTags, read },
  {
    offering: 'kapsule',
    where: 'key',
    text: 'service.beta.kubernetes.io/scw-loadbalancer-',
    source: scalewayLoadBalancers,
    read,
  },
  { offering: 'kapsule', where: 'driver', text: 'csi.scaleway.com', source: scalewayCsi, read },
  { offering: 'kapsule', where: 'node', text: 'scaleway://', source: scalewayTags, read },
  {
    offering: 'kosmos',
    where: 'key',
    text: 'kilo.squat.ai/',
    onlyWith: 'kapsule',
    source: kilo,
    read,
  },

  { offering: 'eks', where: 'key', text: 'eks.amazonaws.com/', source: eks, read },
  { offering: 'eks', where: 'key', text: 'alpha.eksctl.io/', source: eks, read },
  {
    offering: 'eks',
    where: 'key',
    text: 'service.beta.kubernetes.io/aws-load-balancer-',
    source: awsLoadBalancers,
    read,
  },
  {
    offering: 'eks',
    where: 'key',
    text: 'alb.ingress.kubernetes.io/',
    source: awsLoadBalancers,
    read,
  },
  { offering: 'eks', where: 'driver', text: 'ebs.csi.aws.com', source: awsCsi, read },
  { offering: 'eks', where: 'driver', text: 'ebs.csi.eks.amazonaws.com', source: awsCsi, read },
  { offering: 'eks', where: 'driver', text: 'efs.csi.aws.com', source: awsCsi, read },
  { offering: 'eks', where: 'driver', text: 'kubernetes.io/aws-ebs', source: awsCsi, read },
  { offering: 'eks', where: 'driver', text: 'eks.amazonaws.com/nlb', source: eksAuto, read },
  { offering: 'eks', where: 'driver', text: 'eks.amazonaws.com/alb', source: eksAuto, read },
  { offering: 'eks', where: 'driver', text: 'service.k8s.aws/nlb', source: awsLoadBalancers, read },
  { offering: 'eks', where: 'driver', text: 'ingress.k8s.aws/alb', source: awsLoadBalancers, read },
  { offering: 'eks', where: 'group', text: 'eksctl.io', source: eks, read },
  { offering: 'eks', where: 'group', text: 'eks.amazonaws.com', source: eksAuto, read },
  { offering: 'eks', where: 'group', text: 'vpcresources.k8s.aws', source: eks, read },
  { offering: 'eks', where: 'node', text: 'aws://', source: eks, read },

  { offering: 'gke', where: 'key', text: 'cloud.google.com/', source: gkeNodes, read },
  { offering: 'gke', where: 'key', text: 'networking.gke.io/', source: gkeIngress, read },
  { offering: 'gke', where: 'key', text: 'iam.gke.io/', source: gkeIdentity, read },
  { offering: 'gke', where: 'driver', text: 'pd.csi.storage.gke.io', source: gkeStorage, read },
  {
    offering: 'gke',
    where: 'driver',
    text: 'filestore.csi.storage.gke.io',
    source: gkeStorage,
    read,
  },
  {
    offering: 'gke',
    where: 'driver',
    text: 'gcsfuse.csi.storage.gke.io',
    source: gkeStorage,
    read,
  },
  { offering: 'gke', where: 'driver', text: 'kubernetes.io/gce-pd', source: gkeStorage, read },
  { offering: 'gke', where: 'group', text: 'cloud.google.com', source: gkeIngress, read },
  { offering: 'gke', where: 'group', text: 'networking.gke.io', source: gkeIngress, read },
  { offering: 'gke', where: 'node', text: 'gce://', source: gkeNodes, read },
  { offering: 'autopilot', where: 'key', text: 'autopilot.gke.io/', source: autopilot, read },
  { offering: 'gke', where: 'group', text: 'auto.gke.io', source: autopilot, read },

  { offering: 'aks', where: 'key', text: 'kubernetes.azure.com/', source: aksNodes, read },
  { offering: 'aks', where: 'key', text: 'azure.workload.identity/', source: aksIdentity, read },
  {
    offering: 'aks',
    where: 'key',
    text: 'service.beta.kubernetes.io/azure-',
    source: aksLoadBalancers,
    read,
  },
  { offering: 'aks', where: 'driver', text: 'disk.csi.azure.com', source: aksStorage, read },
  { offering: 'aks', where: 'driver', text: 'file.csi.azure.com', source: aksStorage, read },
  { offering: 'aks', where: 'driver', text: 'blob.csi.azure.com', source: aksStorage, read },
  { offering: 'aks', where: 'driver', text: 'kubernetes.io/azure-disk', source: aksStorage, read },
  { offering: 'aks', where: 'driver', text: 'kubernetes.io/azure-file', source: aksStorage, read },
  { offering: 'aks', where: 'node', text: 'azure://', source: aksNodes, read },

  { offering: 'self-managed', where: 'group', text: 'kubeadm.k8s.io', source: kubeadm, read },
  {
    offering: 'self-managed',
    where: 'key',
    text: 'kubeadm.alpha.kubernetes.io/',
    source: kubeadm,
    read,
  },
  { offering: 'self-managed', where: 'group', text: 'helm.cattle.io', source: k3s, read },
  { offering: 'self-managed', where: 'group', text: 'k3s.cattle.io', source: k3s, read },
  { offering: 'self-managed', where: 'key', text: 'k3s.io/', source: k3s, read },
  { offering: 'self-managed', where: 'node', text: 'k3s://', source: k3s, read },
  { offering: 'self-managed', where: 'node', text: 'kind://', source: kind, read },
]

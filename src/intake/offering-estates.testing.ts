import type { Offering } from '../model/offering.ts'
import type { Files } from './estate.testing.ts'

/** A small estate, what runs it, and what of it shows that: a part of each sign, in order. */
export interface OfferingEstate {
  readonly name: string
  readonly files: Files
  readonly offering: Offering
  readonly shown: readonly string[]
}

const APP = `apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, labels: {app.kubernetes.io/name: shop}}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec: {containers: [{name: shop, image: registry.example/shop:1}]}
`

function storage(provisioner: string, name = 'fast'): string {
  return `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: ${name}}\nprovisioner: ${provisioner}\n`
}

function claim(storageClass: string): string {
  return `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {storageClassName: ${storageClass}}\n`
}

function balancer(annotation: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: web, annotations: {${annotation}: x}}\nspec: {type: LoadBalancer}\n`
}

function node(name: string, spec: string, facts = '{}', labels = '{}'): string {
  return `apiVersion: v1\nkind: Node\nmetadata: {name: ${name}, labels: ${labels}}\nspec: ${spec}\nstatus: {nodeInfo: ${facts}}\n`
}

function kubeconfig(server: string, user = '{name: me, user: {token: x}}'): string {
  return `apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: '${server}'}}]\nusers: [${user}]\ncontexts: []\n`
}

function resource(type: string, body = '', name = 'shop'): string {
  return `resource "${type}" "${name}" {\n${body}\n}\n`
}

function capi(group: string, kind: string): string {
  return `apiVersion: ${group}.cluster.x-k8s.io/v1beta2\nkind: ${kind}\nmetadata: {name: shop}\nspec: {}\n`
}

const KUBEADM = `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nclusterName: shop\n`
const KOPS = `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: shop.example}\nspec: {cloudProvider: aws}\n`
const EKSCTL = `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: shop, region: eu-west-3}\n`
const STATIC_POD = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  hostNetwork: true
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.36.1
      command: [kube-apiserver, --authorization-mode=Node,RBAC]
`

const SCALEWAY: readonly OfferingEstate[] = [
  {
    name: 'a Kapsule cluster that Terraform makes, its type left out',
    files: { 'main.tf': resource('scaleway_k8s_cluster', 'cni = "cilium"') },
    offering: 'kapsule',
    shown: ['Terraform resource scaleway_k8s_cluster (main.tf:1:'],
  },
  {
    name: 'a dedicated Kapsule cluster',
    files: { 'main.tf': resource('scaleway_k8s_cluster', 'type = "kapsule-dedicated-4"') },
    offering: 'kapsule',
    shown: ['scaleway_k8s_cluster'],
  },
  {
    name: 'a Kosmos cluster',
    files: { 'main.tf': resource('scaleway_k8s_cluster', 'type = "multicloud"\ncni = "kilo"') },
    offering: 'kosmos',
    shown: ['scaleway_k8s_cluster, type multicloud (main.tf:2:1)'],
  },
  {
    name: 'a dedicated Kosmos cluster by a local',
    files: {
      'main.tf': `locals {\n  type = "multicloud-dedicated-8"\n}\n${resource('scaleway_k8s_cluster', 'type = local.type')}`,
    },
    offering: 'kosmos',
    shown: ['type multicloud-dedicated-8'],
  },
  {
    name: 'a cluster of Scaleway whose type is a variable, with a pool of its own machines',
    files: {
      'main.tf': `variable "type" {}\n${resource('scaleway_k8s_cluster', 'type = var.type')}${resource('scaleway_k8s_pool', 'node_type = "external"')}`,
    },
    offering: 'kosmos',
    shown: ['scaleway_k8s_cluster', 'scaleway_k8s_pool, node_type external'],
  },
  {
    name: 'a cluster of Scaleway whose type nobody knows',
    files: {
      'main.tf': `variable "type" {}\n${resource('scaleway_k8s_cluster', 'type = var.type')}`,
    },
    offering: 'kapsule',
    shown: ['scaleway_k8s_cluster'],
  },
  {
    name: 'Kosmos with nodes in AWS',
    files: {
      'main.tf': resource('scaleway_k8s_cluster', 'type = "multicloud"'),
      'nodes.yaml': `${node('a', '{providerID: "scaleway://instance/fr-par-1/x"}')}---\n${node('b', '{providerID: "aws:///eu-west-3a/i-1"}')}`,
    },
    offering: 'kosmos',
    shown: ['node address scaleway://', 'node address aws://', 'type multicloud'],
  },
  {
    name: 'a kubeconfig of Scaleway beside plain manifests',
    files: {
      'app.yaml': APP,
      'kubeconfig.yaml': kubeconfig('https://1111.api.k8s.fr-par.scw.cloud:6443'),
    },
    offering: 'kapsule',
    shown: ['API server 1111.api.k8s.fr-par.scw.cloud (kubeconfig.yaml:3:'],
  },
  {
    name: 'a driver and an annotation of Scaleway',
    files: {
      'a.yaml': storage('csi.scaleway.com'),
      'b.yaml': balancer('service.beta.kubernetes.io/scw-loadbalancer-zone'),
    },
    offering: 'kapsule',
    shown: ['driver csi.scaleway.com', 'key service.beta.kubernetes.io/scw-loadbalancer-zone'],
  },
  {
    name: 'nothing but the name of a storage class of Scaleway',
    files: { 'claim.yaml': claim('sbs-default') },
    offering: 'kapsule',
    shown: ['storage class sbs-default'],
  },
  {
    name: 'a module of somebody for Kapsule',
    files: {
      'main.tf':
        'module "k8s" {\n  source  = "particuleio/kapsule/scaleway"\n  version = "5.0.0"\n}\n',
    },
    offering: 'kapsule',
    shown: ['Terraform module particuleio/kapsule/scaleway (main.tf:2:3)'],
  },
]

const AMAZON: readonly OfferingEstate[] = [
  {
    name: 'a cluster of EKS',
    files: { 'main.tf': resource('aws_eks_cluster') + resource('aws_eks_node_group') },
    offering: 'eks',
    shown: ['Terraform resource aws_eks_cluster'],
  },
  {
    name: 'a cluster of EKS that Terraform only looks up',
    files: { 'main.tf': 'data "aws_eks_cluster" "shop" {\n  name = "shop"\n}\n' },
    offering: 'eks',
    shown: ['aws_eks_cluster'],
  },
  {
    name: 'the module for EKS',
    files: {
      'main.tf':
        'module "eks" {\n  source  = "terraform-aws-modules/eks/aws"\n  version = "~> 21.0"\n}\n',
    },
    offering: 'eks',
    shown: ['Terraform module terraform-aws-modules/eks/aws'],
  },
  {
    name: 'a file of eksctl',
    files: { 'cluster.yaml': EKSCTL },
    offering: 'eks',
    shown: ['API group eksctl.io'],
  },
  {
    name: 'the map of identities',
    files: {
      'auth.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: aws-auth, namespace: kube-system}\ndata: {mapRoles: ""}\n',
    },
    offering: 'eks',
    shown: ['object ConfigMap kube-system/aws-auth'],
  },
  {
    name: 'the version of a kubelet of EKS',
    files: { 'nodes.yaml': node('a', '{}', '{kubeletVersion: v1.35.2-eks-113cf36}') },
    offering: 'eks',
    shown: ['kubelet version v1.35.2-eks-113cf36'],
  },
  {
    name: 'a kubeconfig of EKS',
    files: {
      'kubeconfig.yaml': kubeconfig('https://ABC.gr7.eu-west-3.eks.amazonaws.com'),
    },
    offering: 'eks',
    shown: ['API server abc.gr7.eu-west-3.eks.amazonaws.com'],
  },
  {
    name: 'a role in a ServiceAccount and a driver of AWS',
    files: {
      'a.yaml':
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a, annotations: {eks.amazonaws.com/role-arn: x}}\n',
      'b.yaml': storage('ebs.csi.aws.com', 'gp3'),
    },
    offering: 'eks',
    shown: ['key eks.amazonaws.com/role-arn', 'driver ebs.csi.aws.com'],
  },
  {
    name: 'Cluster API for EKS',
    files: { 'cluster.yaml': capi('controlplane', 'AWSManagedControlPlane') },
    offering: 'eks',
    shown: ['kind controlplane.cluster.x-k8s.io/AWSManagedControlPlane'],
  },
]

const GOOGLE: readonly OfferingEstate[] = [
  {
    name: 'a Standard cluster of GKE',
    files: {
      'main.tf': resource('google_container_cluster') + resource('google_container_node_pool'),
    },
    offering: 'gke',
    shown: ['Terraform resource google_container_cluster', 'google_container_node_pool'],
  },
  {
    name: 'an Autopilot cluster of GKE',
    files: { 'main.tf': resource('google_container_cluster', 'enable_autopilot = true') },
    offering: 'autopilot',
    shown: ['google_container_cluster, enable_autopilot true (main.tf:2:1)'],
  },
  {
    name: 'a Standard cluster with one workload in Autopilot mode',
    files: {
      'main.tf': resource('google_container_cluster', 'enable_autopilot = false'),
      'app.yaml': balancer('autopilot.gke.io/no-connect'),
    },
    offering: 'gke',
    shown: ['key autopilot.gke.io/no-connect', 'google_container_cluster'],
  },
  {
    name: 'the module for Autopilot',
    files: {
      'main.tf':
        'module "gke" {\n  source = "terraform-google-modules/kubernetes-engine/google//modules/beta-autopilot-private-cluster"\n}\n',
    },
    offering: 'autopilot',
    shown: ['Terraform module terraform-google-modules/kubernetes-engine/google//modules/beta-aut'],
  },
  {
    name: 'nodes of Autopilot',
    files: {
      'nodes.yaml': node(
        'gk3-shop-pool-2-1a2b-x7k9',
        '{providerID: "gce://shop/europe-west9-a/x"}',
        '{kubeletVersion: v1.35.1-gke.1396002}',
      ),
    },
    offering: 'autopilot',
    shown: ['node address gce://', 'kubelet version', 'node name gk3-'],
  },
  {
    name: 'nodes of GKE',
    files: {
      'nodes.yaml': node('gke-shop-1', '{}', '{}', '{cloud.google.com/gke-nodepool: default}'),
    },
    offering: 'gke',
    shown: ['key cloud.google.com/gke-nodepool'],
  },
  {
    name: 'a kubeconfig that signs in to GKE',
    files: {
      'kubeconfig.yaml': kubeconfig(
        'https://203.0.113.9',
        '{name: me, user: {exec: {command: /usr/bin/gke-gcloud-auth-plugin}}}',
      ),
    },
    offering: 'gke',
    shown: ['sign-in gke-gcloud-auth-plugin'],
  },
  {
    name: 'a claim that names a class of GKE',
    files: {
      'app.yaml':
        'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec:\n  template: {spec: {containers: []}}\n  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: premium-rwo}}]\n',
    },
    offering: 'gke',
    shown: ['storage class premium-rwo'],
  },
]

const AZURE: readonly OfferingEstate[] = [
  {
    name: 'a cluster of AKS',
    files: { 'main.tf': resource('azurerm_kubernetes_cluster') },
    offering: 'aks',
    shown: ['Terraform resource azurerm_kubernetes_cluster'],
  },
  {
    name: 'the module for AKS',
    files: { 'main.tf': 'module "aks" {\n  source = "Azure/aks/azurerm"\n}\n' },
    offering: 'aks',
    shown: ['Terraform module Azure/aks/azurerm'],
  },
  {
    name: 'a pod that wants a pool of AKS',
    files: {
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [], nodeSelector: {kubernetes.azure.com/mode: user}}\n',
    },
    offering: 'aks',
    shown: ['key kubernetes.azure.com/mode'],
  },
  {
    name: 'a private kubeconfig of AKS',
    files: {
      'kubeconfig.yaml': kubeconfig('https://shop-1.privatelink.westeurope.azmk8s.io:443'),
    },
    offering: 'aks',
    shown: ['API server shop-1.privatelink.westeurope.azmk8s.io'],
  },
  {
    name: 'an object of Azure Service Operator',
    files: {
      'aks.yaml':
        'apiVersion: containerservice.azure.com/v1api20250801\nkind: ManagedCluster\nmetadata: {name: shop}\nspec: {}\n',
    },
    offering: 'aks',
    shown: ['API group containerservice.azure.com'],
  },
]

const OWN: readonly OfferingEstate[] = [
  {
    name: 'a file of kubeadm',
    files: { 'kubeadm.yaml': KUBEADM },
    offering: 'self-managed',
    shown: ['API group kubeadm.k8s.io'],
  },
  {
    name: 'a static pod of the API server',
    files: { 'manifests/kube-apiserver.yaml': STATIC_POD },
    offering: 'self-managed',
    shown: ['program kube-apiserver (manifests/kube-apiserver.yaml:9:'],
  },
  {
    name: "an administrator's kubeconfig of kubeadm",
    files: {
      'admin.conf': kubeconfig('https://10.0.0.10:6443', '{name: kubernetes-admin, user: {}}'),
    },
    offering: 'self-managed',
    shown: ['sign-in kubernetes-admin'],
  },
  {
    name: 'kOps in AWS, with its driver, load balancer and roles of pods',
    files: {
      'cluster.yaml': KOPS,
      'a.yaml': storage('ebs.csi.aws.com'),
      'b.yaml': balancer('service.beta.kubernetes.io/aws-load-balancer-type'),
      'c.yaml':
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a, annotations: {eks.amazonaws.com/role-arn: x}}\n',
    },
    offering: 'self-managed',
    shown: [
      'driver ebs',
      'key service.beta',
      'key eks.amazonaws.com/role-arn',
      'group kops.k8s.io',
    ],
  },
  {
    name: 'k3s on machines of Scaleway',
    files: {
      'nodes.yaml': node('a', '{providerID: "k3s://a"}', '{kubeletVersion: v1.36.1+k3s1}'),
      'storage.yaml': storage('csi.scaleway.com'),
    },
    offering: 'self-managed',
    shown: ['node address k3s://', 'kubelet version v1.36.1+k3s1', 'driver csi.scaleway.com'],
  },
  {
    name: 'RKE2',
    files: { 'nodes.yaml': node('a', '{}', '{kubeletVersion: v1.35.4+rke2r1}') },
    offering: 'self-managed',
    shown: ['kubelet version v1.35.4+rke2r1'],
  },
  {
    name: 'a chart that k3s installs',
    files: {
      'traefik.yaml':
        'apiVersion: helm.cattle.io/v1\nkind: HelmChartConfig\nmetadata: {name: traefik}\nspec: {}\n',
    },
    offering: 'self-managed',
    shown: ['API group helm.cattle.io'],
  },
  {
    name: 'Talos that Terraform configures, in Azure',
    files: {
      'main.tf': resource('talos_machine_secrets') + resource('azurerm_linux_virtual_machine'),
      'nodes.yaml': node('a', '{providerID: "azure:///x"}', '{osImage: Talos (v1.11.2)}'),
    },
    offering: 'self-managed',
    shown: ['node address azure://', 'operating system Talos', 'resource talos_machine_secrets'],
  },
  {
    name: 'Cluster API with kubeadm',
    files: { 'cluster.yaml': capi('controlplane', 'KubeadmControlPlane') },
    offering: 'self-managed',
    shown: ['kind controlplane.cluster.x-k8s.io/KubeadmControlPlane'],
  },
  {
    name: 'k0s',
    files: {
      'k0s.yaml':
        'apiVersion: k0s.k0sproject.io/v1beta1\nkind: ClusterConfig\nmetadata: {name: k0s}\nspec: {}\n',
    },
    offering: 'self-managed',
    shown: ['API group k0s.k0sproject.io'],
  },
]

const MIXED: readonly OfferingEstate[] = [
  {
    name: 'clusters of two clouds',
    files: { 'main.tf': resource('scaleway_k8s_cluster') + resource('aws_eks_cluster') },
    offering: 'none',
    shown: ['scaleway_k8s_cluster', 'aws_eks_cluster'],
  },
  {
    name: 'Kapsule and Kosmos side by side',
    files: {
      'main.tf':
        resource('scaleway_k8s_cluster', 'type = "kapsule"', 'a') +
        resource('scaleway_k8s_cluster', 'type = "multicloud"', 'b'),
    },
    offering: 'none',
    shown: ['scaleway_k8s_cluster (main.tf:1:', 'type multicloud (main.tf:5:1)'],
  },
  {
    name: 'Standard and Autopilot side by side',
    files: {
      'main.tf':
        resource('google_container_cluster', '', 'a') +
        resource('google_container_cluster', 'enable_autopilot = true', 'b'),
    },
    offering: 'none',
    shown: ['google_container_cluster', 'enable_autopilot true'],
  },
  {
    name: 'drivers of two clouds',
    files: { 'a.yaml': storage('csi.scaleway.com'), 'b.yaml': storage('disk.csi.azure.com', 'b') },
    offering: 'none',
    shown: ['driver csi.scaleway.com', 'driver disk.csi.azure.com'],
  },
  {
    name: 'a cluster of EKS and the driver of another cloud',
    files: { 'main.tf': resource('aws_eks_cluster'), 'a.yaml': storage('csi.scaleway.com') },
    offering: 'none',
    shown: ['driver csi.scaleway.com', 'aws_eks_cluster'],
  },
  {
    name: 'a cluster of EKS and one that somebody runs',
    files: { 'main.tf': resource('aws_eks_cluster'), 'kubeadm.yaml': KUBEADM },
    offering: 'none',
    shown: ['API group kubeadm.k8s.io', 'aws_eks_cluster'],
  },
  {
    name: 'nodes of two clouds',
    files: {
      'nodes.yaml': `${node('a', '{providerID: "gce://x"}')}---\n${node('b', '{providerID: "azure://x"}')}`,
    },
    offering: 'none',
    shown: ['node address gce://', 'node address azure://'],
  },
  {
    name: 'names of two clouds',
    files: { 'a.yaml': claim('gp3'), 'b.yaml': claim('managed-csi') },
    offering: 'none',
    shown: ['storage class gp3', 'storage class managed-csi'],
  },
]

const OUTRANKED: readonly OfferingEstate[] = [
  {
    name: 'a Kapsule cluster, and a class with the name of another cloud',
    files: { 'main.tf': resource('scaleway_k8s_cluster'), 'a.yaml': claim('gp3') },
    offering: 'kapsule',
    shown: ['scaleway_k8s_cluster'],
  },
  {
    name: 'a driver of Scaleway in a class with the name of another cloud',
    files: { 'a.yaml': storage('csi.scaleway.com', 'managed-csi') },
    offering: 'kapsule',
    shown: ['driver csi.scaleway.com'],
  },
  {
    name: 'a file of kubeadm, and a class with the name of a cloud',
    files: { 'kubeadm.yaml': KUBEADM, 'a.yaml': claim('standard-rwo') },
    offering: 'self-managed',
    shown: ['API group kubeadm.k8s.io'],
  },
]

const NOTHING: readonly OfferingEstate[] = [
  { name: 'a plain application', files: { 'app.yaml': APP }, offering: 'none', shown: [] },
  {
    name: 'a driver that is used everywhere',
    files: { 'a.yaml': storage('driver.longhorn.io', 'longhorn') },
    offering: 'none',
    shown: [],
  },
  {
    name: 'a second scheduler and an etcd of an application',
    files: {
      'a.yaml': STATIC_POD.replaceAll('kube-apiserver', 'kube-scheduler'),
      'b.yaml': STATIC_POD.replaceAll('kube-apiserver', 'etcd'),
    },
    offering: 'none',
    shown: [],
  },
  {
    name: 'an API server that is hosted for somebody else',
    files: {
      'a.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: tenant}\nspec: {template: {spec: {containers: [{name: a, command: [kube-apiserver]}]}}}\n',
    },
    offering: 'none',
    shown: [],
  },
  {
    name: 'Terraform of clouds without a cluster',
    files: {
      'main.tf':
        resource('scaleway_object_bucket') +
        resource('aws_s3_bucket') +
        resource('google_container_registry') +
        resource('azurerm_container_registry'),
    },
    offering: 'none',
    shown: [],
  },
  {
    name: 'a mesh that Kosmos uses too, alone',
    files: { 'a.yaml': balancer('kilo.squat.ai/location') },
    offering: 'none',
    shown: [],
  },
  {
    name: 'a kubeconfig of an address',
    files: { 'kubeconfig.yaml': kubeconfig('https://127.0.0.1:6443') },
    offering: 'none',
    shown: [],
  },
  {
    name: 'a host that only looks like one of EKS',
    files: { 'kubeconfig.yaml': kubeconfig('https://eks.amazonaws.com.example') },
    offering: 'none',
    shown: [],
  },
]

/** Estates of every offering, of several and of none. */
export const OFFERING_ESTATES: readonly OfferingEstate[] = [
  ...SCALEWAY,
  ...AMAZON,
  ...GOOGLE,
  ...AZURE,
  ...OWN,
  ...MIXED,
  ...OUTRANKED,
  ...NOTHING,
]

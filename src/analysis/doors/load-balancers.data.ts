/** What an annotation makes of a load balancer, and for which values. `any`: whatever is written. */
export interface BalancerAnnotation {
  readonly key: string
  readonly values: readonly string[] | 'any'
}

/**
 * Annotations by which providers give a load balancer no public address, or bound who may connect to it. Keys are as
 * the Service carries them; values in small letters.
 */
export const LOAD_BALANCERS = {
  sources: [
    'https://github.com/scaleway/scaleway-cloud-controller-manager/blob/master/docs/loadbalancer-annotations.md',
    'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/',
    'https://docs.cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters',
    'https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/',
  ],
  read: '2026-11-24',
  internal: [
    { key: 'service.beta.kubernetes.io/scw-loadbalancer-private', values: ['true'] },
    { key: 'service.beta.kubernetes.io/aws-load-balancer-scheme', values: ['internal'] },
    { key: 'service.beta.kubernetes.io/aws-load-balancer-internal', values: ['true', '0.0.0.0/0'] },
    { key: 'networking.gke.io/load-balancer-type', values: ['internal'] },
    { key: 'cloud.google.com/load-balancer-type', values: ['internal'] },
    { key: 'service.beta.kubernetes.io/azure-load-balancer-internal', values: ['true'] },
    { key: 'service.beta.kubernetes.io/openstack-internal-load-balancer', values: ['true'] },
    { key: 'service.beta.kubernetes.io/do-loadbalancer-network', values: ['internal'] },
    { key: 'service.beta.kubernetes.io/oci-load-balancer-internal', values: ['true'] },
    { key: 'oci-network-load-balancer.oraclecloud.com/internal', values: ['true'] },
    {
      key: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type',
      values: ['intranet'],
    },
    {
      key: 'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type',
      values: ['private'],
    },
    { key: 'service.kubernetes.io/qcloud-loadbalancer-internal-subnetid', values: 'any' },
    { key: 'load-balancer.hetzner.cloud/disable-public-network', values: ['true'] },
  ],
  bounded: [
    { key: 'service.beta.kubernetes.io/load-balancer-source-ranges', values: 'any' },
    { key: 'service.beta.kubernetes.io/azure-allowed-ip-ranges', values: 'any' },
    { key: 'service.beta.kubernetes.io/azure-allowed-service-tags', values: 'any' },
    { key: 'service.beta.kubernetes.io/do-loadbalancer-allow-rules', values: 'any' },
    { key: 'service.beta.kubernetes.io/ovh-loadbalancer-allowed-sources', values: 'any' },
  ],
  /** Something that was not read decides who may connect: groups and firewalls that are kept elsewhere. */
  elsewhere: [
    { key: 'service.beta.kubernetes.io/aws-load-balancer-security-groups', values: 'any' },
    { key: 'service.beta.kubernetes.io/aws-load-balancer-extra-security-groups', values: 'any' },
    {
      key: 'service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode',
      values: 'any',
    },
    { key: 'service.beta.kubernetes.io/linode-loadbalancer-firewall-id', values: 'any' },
  ],
  /** The controller of AWS makes internal balancers unless it is asked for others. */
  internalByDefault: {
    classes: ['service.k8s.aws/nlb', 'tailscale', 'eks.amazonaws.com/nlb'],
    annotations: [
      {
        key: 'service.beta.kubernetes.io/aws-load-balancer-type',
        values: ['external', 'nlb-ip'],
      },
    ],
    unless: [
      {
        key: 'service.beta.kubernetes.io/aws-load-balancer-scheme',
        values: ['internet-facing'],
      },
    ],
  },
} as const satisfies {
  readonly sources: readonly string[]
  readonly read: string
  readonly internal: readonly BalancerAnnotation[]
  readonly bounded: readonly BalancerAnnotation[]
  readonly elsewhere: readonly BalancerAnnotation[]
  readonly internalByDefault: {
    readonly classes: readonly string[]
    readonly annotations: readonly BalancerAnnotation[]
    readonly unless: readonly BalancerAnnotation[]
  }
}

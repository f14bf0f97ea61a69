/**
 * How a storage driver is told to encrypt. `flags`: class parameters of which one, with that value, turns it on.
 * `passphrase`: the Secret of the CSI call that holds the key, so that each volume can have its own. `silence`: what a
 * class that says nothing gets. `inVolume`: whether the flags are copied to the volumes' attributes. `ignoresCase`:
 * whether the driver takes its parameters in any case. `known`: all parameters, where the driver's page lists them all.
 */
export interface StorageDriver {
  readonly title: string
  readonly silence: 'clear' | 'account' | 'provider' | 'elsewhere' | 'network'
  readonly flags: readonly { readonly key: string; readonly value: string }[]
  readonly passphrase?: 'node-stage' | 'node-publish'
  readonly inVolume?: boolean
  readonly ignoresCase?: boolean
  readonly known?: readonly string[]
  readonly source: string
}

const EBS = {
  title: 'Amazon EBS',
  // The default is false, unless the account encrypts all new volumes of the region.
  silence: 'account',
  flags: [{ key: 'encrypted', value: 'true' }],
  ignoresCase: true,
  known: [
    'type',
    'iops',
    'iopsPerGB',
    'allowAutoIOPSPerGBIncrease',
    'allowAutoIOPSIncreaseOnModify',
    'throughput',
    'encrypted',
    'kmsKeyId',
    'blockExpress',
    'blockSize',
    'inodeSize',
    'bytesPerInode',
    'numberOfInodes',
    'ext4BigAlloc',
    'ext4ClusterSize',
    'ext4EncryptionSupport',
    'fsType',
    'volumeInitializationRate',
    'zone',
    'zones',
  ],
  source: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md',
} as const satisfies StorageDriver

const AZURE_DISK = {
  title: 'Azure Disk',
  silence: 'provider',
  flags: [{ key: 'diskEncryptionSetID', value: '' }],
  ignoresCase: true,
  known: [
    'skuName',
    'storageAccountType',
    'kind',
    'fsType',
    'cachingMode',
    'storageAccount',
    'location',
    'resourceGroup',
    'diskIOPSReadWrite',
    'diskMBpsReadWrite',
    'logicalSectorSize',
    'tags',
    'diskEncryptionSetID',
    'diskEncryptionType',
    'writeAcceleratorEnabled',
    'perfProfile',
    'networkAccessPolicy',
    'publicNetworkAccess',
    'diskAccessID',
    'enableBursting',
    'enablePerformancePlus',
    'subscriptionID',
    'userAgent',
    'enableAsyncAttach',
    'maxShares',
    'zoned',
    'attachDiskInitialDelay',
  ],
  source:
    'https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md',
} as const satisfies StorageDriver

const GCE_PD = {
  title: 'Google Persistent Disk',
  silence: 'provider',
  flags: [{ key: 'disk-encryption-kms-key', value: '' }],
  known: [
    'type',
    'replication-type',
    'disk-encryption-kms-key',
    'labels',
    'provisioned-iops-on-create',
    'provisioned-throughput-on-create',
    'enable-confidential-storage',
    'storage-pools',
    'resource-tags',
    'access-mode',
    'enable-multi-zone-provisioning',
    'use-allowed-disk-topology',
    'fstype',
    'zone',
    'zones',
  ],
  source: 'https://cloud.google.com/kubernetes-engine/docs/how-to/using-cmek',
} as const satisfies StorageDriver

const CEPH = {
  title: 'Ceph',
  // The cluster may encrypt its disks below, which no class tells.
  silence: 'elsewhere',
  flags: [{ key: 'encrypted', value: 'true' }],
  inVolume: true,
  source: 'https://github.com/ceph/ceph-csi/blob/devel/docs/deploy-rbd.md',
} as const satisfies StorageDriver

const CINDER = {
  title: 'OpenStack Cinder',
  silence: 'elsewhere',
  flags: [],
  source:
    'https://github.com/kubernetes/cloud-provider-openstack/blob/master/docs/cinder-csi-plugin/using-cinder-csi-plugin.md',
} as const satisfies StorageDriver

const VSPHERE = {
  title: 'vSphere',
  silence: 'elsewhere',
  flags: [],
  source: 'https://github.com/kubernetes-sigs/vsphere-csi-driver',
} as const satisfies StorageDriver

const LOCAL = {
  title: 'Local disk of a node',
  silence: 'elsewhere',
  flags: [],
  source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#local',
} as const satisfies StorageDriver

const NFS = {
  title: 'NFS',
  silence: 'network',
  flags: [],
  source: 'https://github.com/kubernetes-csi/csi-driver-nfs/blob/master/docs/driver-parameters.md',
} as const satisfies StorageDriver

/** Storage drivers by the name that classes and volumes call them. The pages were read 2026-11-24. */
export const STORAGE_DRIVERS: Readonly<Record<string, StorageDriver>> = {
  'ebs.csi.aws.com': EBS,
  'ebs.csi.eks.amazonaws.com': EBS,
  'kubernetes.io/aws-ebs': EBS,
  'efs.csi.aws.com': {
    title: 'Amazon EFS',
    silence: 'elsewhere',
    flags: [],
    source: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
  },
  'pd.csi.storage.gke.io': GCE_PD,
  'kubernetes.io/gce-pd': GCE_PD,
  'filestore.csi.storage.gke.io': {
    title: 'Google Filestore',
    silence: 'provider',
    flags: [{ key: 'instance-encryption-kms-key', value: '' }],
    source: 'https://cloud.google.com/filestore/docs/encryption',
  },
  'disk.csi.azure.com': AZURE_DISK,
  'kubernetes.io/azure-disk': AZURE_DISK,
  'file.csi.azure.com': {
    title: 'Azure Files',
    silence: 'provider',
    flags: [],
    source: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-service-encryption',
  },
  'csi.scaleway.com': {
    title: 'Scaleway Block Storage',
    silence: 'clear',
    flags: [{ key: 'encrypted', value: 'true' }],
    passphrase: 'node-stage',
    inVolume: true,
    known: ['encrypted', 'type', 'iops', 'fsType'],
    source: 'https://github.com/scaleway/scaleway-csi/tree/master/examples/kubernetes',
  },
  'filestorage.csi.scaleway.com': {
    title: 'Scaleway File Storage',
    silence: 'elsewhere',
    flags: [],
    source: 'https://www.scaleway.com/en/docs/file-storage/',
  },
  'driver.longhorn.io': {
    title: 'Longhorn',
    silence: 'clear',
    flags: [{ key: 'encrypted', value: 'true' }],
    passphrase: 'node-publish',
    inVolume: true,
    source: 'https://longhorn.io/docs/latest/advanced-resources/security/volume-encryption/',
  },
  'rbd.csi.ceph.com': CEPH,
  'cephfs.csi.ceph.com': CEPH,
  'pxd.portworx.com': {
    title: 'Portworx',
    silence: 'clear',
    flags: [{ key: 'secure', value: 'true' }],
    source: 'https://docs.portworx.com/portworx-enterprise/platform/secure/',
  },
  'storage.csi.upcloud.com': {
    title: 'UpCloud Block Storage',
    silence: 'clear',
    flags: [{ key: 'encryption', value: 'data-at-rest' }],
    known: ['tier', 'encryption', 'fsType'],
    source: 'https://github.com/UpCloudLtd/upcloud-csi/blob/main/docs/storage_encryption.md',
  },
  'csi.cloudscale.ch': {
    title: 'cloudscale.ch',
    silence: 'clear',
    flags: [{ key: 'csi.cloudscale.ch/luks-encrypted', value: 'true' }],
    passphrase: 'node-stage',
    inVolume: true,
    source: 'https://github.com/cloudscale-ch/csi-cloudscale#volume-parameters',
  },
  'linodebs.csi.linode.com': {
    title: 'Linode Block Storage',
    silence: 'clear',
    flags: [
      { key: 'linodebs.csi.linode.com/luks-encrypted', value: 'true' },
      { key: 'linodebs.csi.linode.com/encrypted', value: 'true' },
    ],
    passphrase: 'node-stage',
    source:
      'https://github.com/linode/linode-blockstorage-csi-driver/blob/main/docs/encrypted-drives.md',
  },
  'csi.hetzner.cloud': {
    title: 'Hetzner Cloud Volumes',
    silence: 'clear',
    // No flag: a passphrase Secret is what turns encryption on.
    flags: [{ key: 'csi.storage.k8s.io/node-publish-secret-name', value: '' }],
    passphrase: 'node-publish',
    source: 'https://github.com/hetznercloud/csi-driver/blob/main/docs/kubernetes/README.md',
  },
  'dobs.csi.digitalocean.com': {
    title: 'DigitalOcean Volumes',
    silence: 'provider',
    flags: [],
    source: 'https://docs.digitalocean.com/products/volumes/details/features/',
  },
  'cinder.csi.openstack.org': CINDER,
  'kubernetes.io/cinder': CINDER,
  'csi.vsphere.vmware.com': VSPHERE,
  'kubernetes.io/vsphere-volume': VSPHERE,
  'rancher.io/local-path': LOCAL,
  'kubernetes.io/no-provisioner': LOCAL,
  'local.csi.openebs.io': LOCAL,
  'openebs.io/local': LOCAL,
  'zfs.csi.openebs.io': LOCAL,
  'topolvm.io': LOCAL,
  'k8s.io/minikube-hostpath': LOCAL,
  'microk8s.io/hostpath': LOCAL,
  'docker.io/hostpath': LOCAL,
  'nfs.csi.k8s.io': NFS,
  'smb.csi.k8s.io': {
    title: 'SMB',
    silence: 'network',
    flags: [],
    source:
      'https://github.com/kubernetes-csi/csi-driver-smb/blob/master/docs/driver-parameters.md',
  },
}

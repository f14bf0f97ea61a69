import { placeBelow } from '../../../analysis/cluster/commands.ts'
import { scalarText } from '../../../analysis/cluster/component.ts'
import { memberOf, type Field } from '../../../model/part.ts'
import { podOf, type Pod } from '../../../model/pod.ts'
import { defineRule } from '../../rule.ts'

const SNAPSHOT = /\betcd(?:ctl|utl)\b[\s\S]{0,2000}?\bsnapshot\s+save\s+(\S+)/
// Programs that encrypt what they copy, and options by which a bucket does.
const ENCRYPTS =
  /\b(?:openssl|gpg2?|age|rage|sops|restic|borg|kopia|duplicity|ccrypt)\b|--sse|server-side-encryption|--kms|crypt:/i
const UPLOADS = /\b(?:aws|mc|s3cmd|s5cmd|gsutil|gcloud|rclone|az|azcopy|scw|swift|curl|scp|rsync)\b/

export const etcdBackupClear = defineRule({
  id: 'etcd-backup-clear',
  title: 'Encrypt copies of etcd before they are stored',
  topic: 'etcd-backup',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Operating etcd clusters, backing up an etcd cluster',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster',
    },
    {
      title: 'etcd: Disaster recovery, snapshotting the keyspace',
      url: 'https://etcd.io/docs/v3.6/op-guide/recovery/',
    },
  ],
  controls: { 'bsi-app-4.4': ['A5'] },

  subject: 'pod',
  concerns(resource) {
    const pod = podOf(resource)
    return pod !== undefined && SNAPSHOT.test(commandsOf(pod))
  },
  check(pod) {
    const text = commandsOf(pod)
    const file = SNAPSHOT.exec(text)?.[1]
    if (file === undefined || ENCRYPTS.test(text) || !isOfCluster(pod, text)) return []
    const words = pod.containers.flatMap(wordsOf)
    const volume = volumeOf(pod, file)
    if (volume !== undefined && (memberOf(volume.value, 'hostPath') ?? null) !== null) {
      const message =
        'The copy of etcd, with every Secret in it, goes to a folder of the node as it is.'
      return [{ place: placeBelow(volume.place, 'hostPath'), message, sure: true }]
    }
    const upload = words.find(({ value }) => UPLOADS.test(scalarText(value) ?? ''))
    if (upload === undefined) return []
    const message =
      'The copy of etcd leaves as it is: whether the place that it goes to encrypts it is not known.'
    return [{ place: upload.place, message, sure: false }]
  },
})

// Applications have an etcd of their own, and that holds no Secrets.
function isOfCluster(pod: Pod, text: string): boolean {
  return pod.owner.namespace === 'kube-system' || text.includes('/pki/')
}

function commandsOf(pod: Pod): string {
  return pod.containers
    .flatMap(wordsOf)
    .map(({ value }) => scalarText(value) ?? '')
    .join(' ')
}

function wordsOf(container: Pod['containers'][number]): readonly Field[] {
  return [...container.list('command'), ...container.list('args')]
}

// The volume that is mounted where the file is written.
function volumeOf(pod: Pod, file: string): Field | undefined {
  const path = file.replaceAll(/["']/g, '')
  const mounts = pod.containers
    .flatMap((container) => container.list('volumeMounts'))
    .map(({ value }) => ({ name: memberOf(value, 'name'), at: memberOf(value, 'mountPath') }))
    .filter(({ at }) => typeof at === 'string' && path.startsWith(at))
    .toSorted((a, b) => String(b.at).length - String(a.at).length)
  const [mount] = mounts
  return pod.list('volumes').find(({ value }) => mount && memberOf(value, 'name') === mount.name)
}

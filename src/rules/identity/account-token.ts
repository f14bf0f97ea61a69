import { isText } from '../../analysis/pod-security/answers.ts'
import type { Claim } from '../../analysis/pod-security/candidate.ts'
import { memberOf, type Field } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'

/** The field that decides, in a pod and in a ServiceAccount, whether a token is mounted without being asked for. */
export const AUTOMOUNT = 'automountServiceAccountToken'

// What is mounted there already keeps the token out. Source: the ServiceAccount admission plugin of the API server.
const TOKEN_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'

/** The account a pod runs as: `default` when it names none, undefined when nobody can tell which one it names. */
export function accountOf(pod: Pod): string | undefined {
  // `serviceAccount` is the older name of the field and only read when the newer one is empty.
  const field = notEmpty(pod.get('serviceAccountName')) ?? notEmpty(pod.get('serviceAccount'))
  if (field === undefined) return 'default'
  return isText(field.value) ? field.value : undefined
}

/** Whether the containers of a pod get a token of `account`: the pod's word counts, then the account's, then yes. */
export function getsToken(pod: Pod, account: string | undefined, scene: Scene): Claim {
  const setting = pod.get(AUTOMOUNT) ?? settingOf(pod, account, scene)
  if (setting === undefined) return account === undefined ? 'unclear' : hasRoomForToken(pod)
  if (typeof setting.value !== 'boolean') return 'unclear'
  return setting.value && hasRoomForToken(pod)
}

/** Whether a pod asks for a token by a volume of its own, which also says how long it lives and whom it is for. */
export function asksForToken(pod: Pod): boolean {
  return pod
    .list('volumes')
    .some((_, volume) =>
      pod
        .list('volumes', volume, 'projected', 'sources')
        .some(({ value }) => (memberOf(value, 'serviceAccountToken') ?? null) !== null),
    )
}

function settingOf(pod: Pod, account: string | undefined, scene: Scene): Field | undefined {
  if (account === undefined) return undefined
  return scene.find('ServiceAccount', pod.owner.namespace, account)?.get(AUTOMOUNT)
}

function hasRoomForToken(pod: Pod): boolean {
  // Ephemeral containers come when the token has long been mounted in the others; they get none.
  return pod.containers.some(
    (container) =>
      container.role !== 'ephemeral' &&
      !container
        .list('volumeMounts')
        .some(({ value }) => memberOf(value, 'mountPath') === TOKEN_FOLDER),
  )
}

function notEmpty(field: Field | undefined): Field | undefined {
  return field?.value === '' ? undefined : field
}

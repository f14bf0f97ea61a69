import { groupBy } from '../../base/group.ts'
import type { ComponentName } from '../../model/component.ts'
import { addMembers, setPlace, type Edit } from '../../model/edit.ts'
import { isList, isMapping, type Reader } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { placeBelow } from './commands.ts'
import { textOf } from './component.ts'
import type { Configuration, Written } from './configuration.ts'
import { flagOf, flagWritten, isHidden } from './flags.ts'
import { SERVICE_LB_SYSCTLS } from './installers.data.ts'

/** An option of k3s or RKE2, from a file or from a command. */
export interface RancherOption {
  readonly name: string
  readonly value: unknown
  readonly place: Place
}

/** A program that k3s and RKE2 run, and the option that gives it flags of its own. */
const ARGUMENTS: readonly (readonly [ComponentName, string])[] = [
  ['kube-apiserver', 'kube-apiserver-arg'],
  ['kube-controller-manager', 'kube-controller-manager-arg'],
  ['kube-scheduler', 'kube-scheduler-arg'],
  ['etcd', 'etcd-arg'],
  ['kubelet', 'kubelet-arg'],
  ['kube-proxy', 'kube-proxy-arg'],
]

// Agents have no use for these.
const SERVER_ONLY =
  /^(?:kube-(?:apiserver|controller-manager|scheduler)-arg|etcd-|cluster-|service-|disable|secrets-encryption|write-kubeconfig|tls-san|datastore-|flannel-backend|advertise-|https-listen-port|egress-selector-mode|audit-policy-file|pod-security-admission-config-file|cni$|agent-token)/

/** The programs that files of k3s or RKE2 configure; files that one program reads one after the other are one. */
export function fromRancher(files: readonly Resource[]): readonly Configuration[] {
  const ours = files.filter(({ type }) => type === 'K3sConfig' || type === 'Rke2Config')
  return [...groupBy(ours, folderOf).values()].flatMap(ofFolder)
}

// `config.yaml`, then the files of `config.yaml.d` in the order of their names.
function folderOf({ document: { source } }: Resource): string {
  return source.file.replace(/(?<=\/config\.yaml)\.d\/[^/]+$/, '')
}

function ofFolder(files: readonly Resource[]): readonly Configuration[] {
  const [file, ...others] = files.toSorted(byFile)
  if (file === undefined) return []
  const options = [file, ...others].reduce(addOptions, [])
  const programs = rancherPrograms(options, {
    installer: file.type === 'K3sConfig' ? 'k3s' : 'rke2',
    isServer: options.some(({ name }) => SERVER_ONLY.test(name)),
    owner: file,
    home: (option) => file.at(option),
    write: (option, word, old) => writeOption(file, { option, word, old }),
  })
  return programs.map((program) => ({ ...program, sources: [file, ...others] }))
}

function byFile(a: Resource, b: Resource): number {
  return a.document.source.file < b.document.source.file ? -1 : 1
}

/** What options mean for the programs depends on. */
export interface RancherContext {
  readonly installer: 'k3s' | 'rke2'
  readonly isServer: boolean
  readonly owner: Resource
  readonly home: (option: string) => Place
  readonly write?: (option: string, word: string, old: Written | undefined) => readonly Edit[]
}

/** The programs that options of k3s or RKE2 configure: all of a server, or those of a node. */
export function rancherPrograms(
  options: readonly RancherOption[],
  context: RancherContext,
): readonly Configuration[] {
  const { installer, isServer, owner, home, write } = context
  return ARGUMENTS.filter(([name]) => isServer || name === 'kubelet' || name === 'kube-proxy').map(
    ([name, option]) => {
      const own = options.filter((given) => given.name === option)
      const hidden = own.find(({ value }) => isHidden(textOf(value).split('=')[0] ?? ''))
      return {
        name,
        sources: [owner],
        written: [
          ...meant(name, options),
          ...serviceLoadBalancer(name, options, context),
          ...auditOf(name, options, context),
          ...own.flatMap((given) => flagOption(name, given)),
        ],
        installer,
        // A node takes them as its server has them, whose options stand elsewhere.
        untold: isServer ? [] : [SYSCTLS],
        hasFile: false,
        unseen: hidden?.place,
        home: () => home(option),
        write: (setting, value, old) => {
          const flag = flagOf(name, setting)
          return flag === undefined ? [] : (write?.(option, `${flag}=${value}`, old) ?? [])
        },
      } satisfies Configuration
    },
  )
}

// `anonymous-auth=true`, with dashes before it or without.
function flagOption(name: ComponentName, { value, place }: RancherOption): readonly Written[] {
  const text = textOf(value).replace(/^--?/, '')
  const equals = text.indexOf('=')
  const flag = equals === -1 ? text : text.slice(0, equals)
  const given = equals === -1 ? 'true' : text.slice(equals + 1)
  return isHidden(flag) ? [] : [flagWritten(name, flag, given, place)]
}

/** Options of their own that stand for a flag of a program. */
const MEANINGS: Readonly<Record<string, readonly [ComponentName, string]>> = {
  'audit-policy-file': ['kube-apiserver', 'audit-policy-file'],
  'datastore-endpoint': ['kube-apiserver', 'etcd-servers'],
  'pod-security-admission-config-file': ['kube-apiserver', 'admission-control-config-file'],
  'protect-kernel-defaults': ['kubelet', 'protect-kernel-defaults'],
}

const SYSCTLS = 'allowedUnsafeSysctls'

// k3s runs its load balancer unless it is told not to, RKE2 only when it is told to.
function serviceLoadBalancer(
  name: ComponentName,
  options: readonly RancherOption[],
  { installer, isServer }: RancherContext,
): readonly Written[] {
  if (name !== 'kubelet' || !isServer) return []
  const isMeant = (option: RancherOption): boolean =>
    installer === 'k3s'
      ? option.name === 'disable' && textOf(option.value).split(/,\s*/).includes('servicelb')
      : option.name === 'enable-servicelb' && textOf(option.value) === 'true'
  const sysctls = installer === 'k3s' ? '' : SERVICE_LB_SYSCTLS
  return options.filter(isMeant).map(({ place }) => flagWritten(name, SYSCTLS, sysctls, place))
}

const RKE2_AUDIT = [
  ['audit-log-path', '/var/lib/rancher/rke2/server/logs/audit.log'],
  ['audit-log-maxage', '30'],
  ['audit-log-maxbackup', '10'],
  ['audit-log-maxsize', '100'],
] as const

// RKE2 keeps a log once it has a policy, which its profile of the CIS brings. Source: pkg/executor/staticpod, 2026-08-21.
function auditOf(
  name: ComponentName,
  options: readonly RancherOption[],
  { installer }: RancherContext,
): readonly Written[] {
  if (name !== 'kube-apiserver' || installer !== 'rke2') return []
  const profile = options.find((given) => given.name === 'profile' && textOf(given.value) === 'cis')
  const policy = options.find((given) => given.name === 'audit-policy-file')
  const place = (policy ?? profile)?.place
  if (place === undefined) return []
  const flags = policy === undefined ? [...RKE2_AUDIT, RKE2_POLICY] : RKE2_AUDIT
  const written = flags.map(([flag, value]) => flagWritten(name, flag, value, place))
  if (profile === undefined) return written
  const tokens = flagWritten(
    name,
    'service-account-extend-token-expiration',
    'false',
    profile.place,
  )
  return [...written, tokens]
}

const RKE2_POLICY = ['audit-policy-file', '/etc/rancher/rke2/audit-policy.yaml'] as const

const ENCRYPTION = 'encryption-provider-config'
const K3S_ENCRYPTION = '/var/lib/rancher/k3s/server/cred/encryption-config.json'

function meant(name: ComponentName, options: readonly RancherOption[]): readonly Written[] {
  return options.flatMap(({ name: option, value, place }) => {
    const meaning = Object.hasOwn(MEANINGS, option) ? MEANINGS[option] : undefined
    if (meaning?.[0] === name) return [flagWritten(name, meaning[1], textOf(value), place)]
    // The profile insists on it. Source: https://github.com/rancher/rke2, pkg/cli/cmds/profile_linux.go, 2026-08-21.
    if (name === 'kubelet' && option === 'profile' && textOf(value) === 'cis')
      return [flagWritten(name, 'protect-kernel-defaults', 'true', place)]
    const isAboutSecrets = name === 'kube-apiserver' && option === 'secrets-encryption'
    return isAboutSecrets ? [flagWritten(name, ENCRYPTION, encryptionFile(value), place)] : []
  })
}

// Off has to be said: RKE2 encrypts by itself.
function encryptionFile(isOn: unknown): string {
  const text = textOf(isOn)
  if (isHidden(text)) return text
  return text === 'false' ? '' : K3S_ENCRYPTION
}

// A later file takes the place of what earlier ones say, unless a plus behind its key adds to it.
function addOptions(earlier: readonly RancherOption[], file: Reader): readonly RancherOption[] {
  if (!isMapping(file.value)) return earlier
  const keys = Object.keys(file.value)
  return [
    ...earlier.filter(({ name }) => !keys.includes(name)),
    ...Object.entries(file.value).flatMap(([key, value]) => optionAt(file, key, value)),
  ]
}

function optionAt(file: Reader, key: string, value: unknown): readonly RancherOption[] {
  const name = key.replace(/\+$/, '')
  const place = file.at(key)
  if (!isList(value)) return [{ name, value, place }]
  return value.map((member, index) => ({ name, value: member, place: placeBelow(place, index) }))
}

interface OptionWish {
  readonly option: string
  readonly word: string
  readonly old: Written | undefined
}

function writeOption(file: Reader, { option, word, old }: OptionWish): readonly Edit[] {
  if (old !== undefined) return old.place.path.at(-2) === option ? [setPlace(old.place, word)] : []
  const field = file.get(option)
  return field === undefined || isList(field.value) ? [addMembers(file, [option], [word])] : []
}

import { COMPONENT_NAMES, isComponentName, type ComponentName } from '../../model/component.ts'
import { addMembers, setPlace, type Edit } from '../../model/edit.ts'
import { isList, memberOf } from '../../model/part.ts'
import type { Container, Pod } from '../../model/pod.ts'
import { parseVersion, type KubernetesVersion } from '../../model/version.ts'
import { commandIn, wordsIn } from './commands.ts'
import type { Configuration, Written } from './configuration.ts'
import { flagOf, flagWritten, readFlags, type Word } from './flags.ts'

/** The programs that a pod runs: mostly a static pod of the control plane. O(words). */
export function fromPod(pod: Pod): readonly Configuration[] {
  return pod.containers.flatMap((container) => configurationOf(pod, container))
}

function configurationOf(pod: Pod, container: Container): readonly Configuration[] {
  if (!namesProgram(container)) return []
  const words = wordsIn([...container.list('command'), ...container.list('args')])
  const command = commandIn(words) ?? imageCommand(container, words)
  if (command === undefined || !isComponentName(command.program)) return []
  const { program: name } = command
  // Many programs keep their own etcd; the one of Kubernetes is a pod of the node, or lives with the rest.
  if (name === 'etcd' && !isControlPlane(pod)) return []
  const { written, unseen } = readFlags(name, command.words)
  const list = container.get('command') !== undefined && container.get('args') === undefined
  const home = list ? 'command' : 'args'
  return [
    {
      name,
      sources: [pod.owner],
      written: name === 'etcd' ? [...environment(container), ...written] : written,
      unseen: hiddenLists(container) ?? unseen ?? ownFile(name, written),
      version: imageVersion(container),
      home: () => container.at(home),
      write: (setting, value, old) =>
        writeFlag(container, home, {
          flag: flagOf(name, setting),
          value,
          old,
        }),
    },
  ]
}

// Nearly no container does, so it is asked before any place is made.
function namesProgram({ value }: Container): boolean {
  const words = [memberOf(value, 'image'), memberOf(value, 'command'), memberOf(value, 'args')]
  return words.some((word) => (isList(word) ? word.some(isProgram) : isProgram(word)))
}

function isProgram(word: unknown): boolean {
  return typeof word === 'string' && (word.includes('kube') || word.includes('etcd'))
}

function isControlPlane({ owner }: Pod): boolean {
  return owner.type === 'Pod' || owner.namespace === 'kube-system'
}

function imageCommand(
  container: Container,
  words: readonly Word[],
): { readonly program: ComponentName; readonly words: readonly Word[] } | undefined {
  if (container.get('command') !== undefined) return undefined
  const image = container.get('image')?.value
  const path = typeof image === 'string' ? image.split(/[:@](?!.*\/)/)[0] : ''
  const program = COMPONENT_NAMES.find((name) => path?.endsWith(`/${name}`) === true)
  return program && { program, words }
}

// A placeholder in place of a whole list.
function hiddenLists(container: Container): Configuration['unseen'] {
  return [container.get('command'), container.get('args')].find((f) => f?.resolved === false)?.place
}

// etcd takes nothing from flags when it has a file, and that is no object of the estate.
function ownFile(name: ComponentName, written: readonly Written[]): Configuration['unseen'] {
  if (name !== 'etcd') return undefined
  return written.find((setting) => setting.name === 'config-file')?.place
}

function imageVersion(container: Container): KubernetesVersion | undefined {
  const image = container.get('image')?.value
  const tag = typeof image === 'string' ? /:(v\d[^:/@]*)/.exec(image)?.[1] : undefined
  return tag === undefined ? undefined : parseVersion(tag)
}

// `ETCD_CLIENT_CERT_AUTH` says what `--client-cert-auth` says, and less loudly.
function environment(container: Container): readonly Written[] {
  return container.list('env').flatMap(({ value, place }) => {
    const name = memberOf(value, 'name')
    if (typeof name !== 'string' || !name.startsWith('ETCD_')) return []
    const flag = name.slice('ETCD_'.length).toLowerCase().replaceAll('_', '-')
    return [flagWritten('etcd', flag, memberOf(value, 'value') ?? '${env}', place)]
  })
}

interface Wish {
  readonly flag: string | undefined
  readonly value: string
  readonly old: Written | undefined
}

function writeFlag(
  container: Container,
  list: 'command' | 'args',
  { flag, value, old }: Wish,
): readonly Edit[] {
  if (flag === undefined) return []
  const word = `--${flag}=${value}`
  if (old === undefined) return [addMembers(container, [list], [word])]
  const written = memberAt(container, old)
  // A value in a word of its own, or in a script, is for a person to change.
  return written.startsWith(`--${flag}=`) ? [setPlace(old.place, word)] : []
}

function memberAt({ document }: Container, { place }: Written): string {
  let { value } = document
  for (const step of place.path) value = memberOf(value, step)
  return typeof value === 'string' ? value : ''
}

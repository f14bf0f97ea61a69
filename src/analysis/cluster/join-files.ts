import type { Place } from '../../model/place.ts'
import type { Scene } from '../../model/scene.ts'
import { textOf } from './component.ts'
import type { Configuration } from './configuration.ts'
import { FILE_KINDS } from './from-settings.ts'
import { fileNamed } from './named-file.ts'

/**
 * Puts flags and the configuration files they belong to together: those that a flag names, and those that stand in one
 * file with what kubeadm is told. Flags outrank the file. Where a file is named that was not read, what the flags do not
 * say cannot be told.
 */
export function joinFiles(
  configurations: readonly Configuration[],
  scene: Scene,
): readonly Configuration[] {
  const files = configurations.filter(isFile).map((file) => ofInstaller(file, configurations))
  const joined = new Set<Configuration['sources'][0]>()
  const others = configurations.filter((configuration) => !isFile(configuration))
  const whole = others.flatMap((configuration): readonly Configuration[] => {
    const file = fileFor(configuration, files, scene)
    if (file === 'none') return [configuration]
    if (file === 'unread') return unread(configuration)
    joined.add(file.sources[0])
    return [merged(configuration, file)]
  })
  return [...whole, ...files.filter(({ sources: [main] }) => !joined.has(main))]
}

function isFile({ sources: [{ type }] }: Configuration): boolean {
  return FILE_KINDS.some((kind) => kind === type)
}

// kubeadm fills in what the file leaves out.
function ofInstaller(file: Configuration, all: readonly Configuration[]): Configuration {
  const isForKubeadm = all.some((other) => isKubeadmFile(other) && standsBeside(other, file))
  return isForKubeadm && file.name === 'kubelet' ? { ...file, installer: 'kubeadm' } : file
}

// Cluster API has no such file beside its objects.
function isKubeadmFile({ installer, sources: [{ type }] }: Configuration): boolean {
  return installer === 'kubeadm' && !type.includes('/')
}

function standsBeside({ sources: [a] }: Configuration, { sources: [b] }: Configuration): boolean {
  return a.document.source === b.document.source
}

type FileOf = Configuration | 'none' | 'unread'

function fileFor(
  configuration: Configuration,
  files: readonly Configuration[],
  scene: Scene,
): FileOf {
  const own = files.filter(({ name }) => name === configuration.name)
  if (configuration.name === 'kubelet' && isKubeadmFile(configuration)) {
    return (
      own.find((file) => standsBeside(file, configuration)) ?? (own.length > 0 ? 'unread' : 'none')
    )
  }
  const named = fileNamed(fileSetting(configuration)?.value, FILE_KINDS, scene)
  if (named.kind !== 'read') return named.kind
  return own.find(({ sources: [main] }) => main === named.resource) ?? 'unread'
}

function fileSetting({
  name,
  written,
}: Configuration): { readonly value: string; readonly place: Place } | undefined {
  if (name !== 'kubelet' && name !== 'kube-proxy') return undefined
  const setting = written.findLast((known) => known.name === 'configFile')
  return setting && { value: textOf(setting.value), place: setting.place }
}

function unread(configuration: Configuration): readonly Configuration[] {
  const place = fileSetting(configuration)?.place ?? configuration.home('')
  return [{ ...configuration, hasFile: true, unseen: configuration.unseen ?? place }]
}

function merged(flags: Configuration, file: Configuration): Configuration {
  return {
    ...file,
    sources: [...file.sources, ...flags.sources],
    written: [...file.written, ...flags.written],
    installer: flags.installer ?? file.installer,
    unseen: flags.unseen,
    version: flags.version,
    write: (name, value, old) => {
      const writer = old === undefined || old.from === 'config file' ? file : flags
      return writer.write?.(name, value, old) ?? []
    },
  }
}

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Document } from '../model/document.ts'
import { DEFAULT_INTAKE_LIMITS, type IntakeLimits } from './limits.ts'
import { readEstate, type Estate, type EstateRequest } from './read-estate.ts'
import { readYaml } from './yaml/read-yaml.ts'

/** Files by their path below a temporary folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes `files` into a new folder that goes away when the test is over, and gives the folder's real path. */
export function writeFiles(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-intake-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** What a test says of a request; the rest is as usual. */
export type Asked = Partial<EstateRequest> & { readonly limits?: Partial<IntakeLimits> }

/** Reads the estate in `folder`: all of it, unless targets are given. */
export function estateIn(folder: string, { limits, ...asked }: Asked = {}): Estate {
  return readEstate(
    {
      targets: ['.'],
      workingFolder: folder,
      skipPaths: [],
      readStdin: () => new Uint8Array(),
      kubernetes: { major: 1, minor: 36 },
      offering: undefined,
      today: '2026-11-24',
      ...asked,
    },
    { ...DEFAULT_INTAKE_LIMITS, ...limits },
  )
}

/** Writes `files` and reads them. */
export function estateOf(files: Files, asked: Asked = {}): Estate {
  return estateIn(writeFiles(files), asked)
}

/** The objects of an estate as `file Kind/name`, in their order. */
export function objectsIn({ scene }: Estate): readonly string[] {
  return scene.resources.map(
    ({ document, type, name }) => `${document.source.file} ${type}/${name}`,
  )
}

/** The faults of an estate as `CODE at`, in their order. */
export function faultsIn({ faults }: Estate): readonly string[] {
  return faults.map(({ code, at }) => `${code} ${at}`)
}

/** The coverage of an estate as `unit examined/asked`. */
export function coverageIn({ coverage }: Estate): string {
  return coverage.map(({ what, asked, examined }) => `${what} ${examined}/${asked}`).join(', ')
}

/** The first document of a text. */
export function documentOf(text: string): Document {
  const [document] = readYaml({ file: 'test.yaml', text }).documents
  if (document === undefined) throw new Error('The test text holds no document.')
  return document
}

/** A ConfigMap's text: the smallest object there is. */
export function configMap(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`
}

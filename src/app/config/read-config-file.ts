import { resolve } from 'node:path'
import * as v from 'valibot'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { decodeText } from '../../intake/decode-text.ts'
import { readBytes } from '../../intake/read-bytes.ts'
import { readYaml } from '../../intake/yaml/read-yaml.ts'
import { faultAt } from '../../intake/yaml/yaml-fault.ts'
import { locate, spanOf, type Document, type Path } from '../../model/document.ts'
import { formatPath } from '../../model/place.ts'
import { positionAt, type Source } from '../../model/source.ts'
import { suggestion } from '../nearest.ts'
import { oneOf } from '../usage.ts'
import { knownKeys } from './known-keys.ts'
import { CONFIG, type ConfigFile } from './schema.ts'

/** A configuration file that was read, with the place of each of its keys. */
export interface ReadConfig {
  readonly config: ConfigFile
  /** `file:line:column` of what is written at `path`. */
  readonly pointOf: (path: Path) => string
}

const MAX_BYTES = 1024 * 1024

/** Reads one configuration file; the fault of what does not fit names its line and column. */
export function readConfigFile(file: string, workingFolder: string): Result<ReadConfig> {
  const bytes = readBytes(resolve(workingFolder, file), file, MAX_BYTES)
  if (!bytes.ok) return fail(unreadable(bytes.fault))
  const text = decodeText(bytes.value, file)
  if (!text.ok) return fail(unreadable(text.fault))
  const source = { file, text: text.value }
  const { documents, faults } = readYaml(source)
  const [fault] = faults
  if (fault !== undefined) return fail({ ...fault, code: 'CONFIG' })
  const [document, another] = documents
  if (document === undefined || another !== undefined) return fail(notOne(source))
  const checked = v.safeParse(CONFIG, document.value, { abortEarly: true })
  if (!checked.success) return fail(misfit(document, checked.issues[0]))
  const pointOf = (path: Path): string => pointAt(document, path)
  return succeed({ config: checked.output, pointOf })
}

function unreadable({ at, message }: Fault): Fault {
  return {
    code: 'CONFIG',
    at,
    message,
    remedy: 'Name another file with --config, or mend this one.',
  }
}

function notOne(source: Source): Fault {
  return faultAt(source, {
    code: 'CONFIG',
    offset: 0,
    message: 'A configuration is one YAML document, neither none nor several.',
    remedy: 'It begins with version: 1.',
  })
}

function misfit(document: Document, issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const { message, remedy } = wordsFor(issue, path)
  return { code: 'CONFIG', at: pointAt(document, path), message, remedy }
}

function wordsFor(issue: v.BaseIssue<unknown>, path: Path): Words {
  if (isUnknownKey(issue)) return strangerWords(path)
  return isMissingKey(issue) ? missingWords(path) : misfitWords(issue, path)
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never'
}

function isMissingKey({ type, received, path }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && received === 'undefined' && path?.at(-1)?.origin === 'key'
}

interface Words {
  readonly message: string
  readonly remedy: string
}

function strangerWords(path: Path): Words {
  const key = String(path.at(-1) ?? '')
  const known = knownKeys(CONFIG, path.slice(0, -1))
  return {
    message: `There is no key "${formatPath(path)}".`,
    remedy: `${suggestion(key, known)}It takes ${oneOf(known)}.`,
  }
}

function missingWords(path: Path): Words {
  const key = formatPath(path)
  return {
    message: `The key "${key}" is missing.`,
    remedy: key === 'version' ? 'Write version: 1 at its beginning.' : REMEDY,
  }
}

function misfitWords({ message, expected }: v.BaseIssue<unknown>, path: Path): Words {
  const where = formatPath(path)
  return {
    message: where === '' ? `${message}.` : `${where} does not fit. ${message}.`,
    remedy: expected === null ? REMEDY : `It takes ${expected}. ${REMEDY}`,
  }
}

const REMEDY = 'docs/api/config.schema.json tells all keys.'

function pointAt({ source, layout, node, value }: Document, path: Path): string {
  const span = spanOf(layout, locate({ source, layout, node, value }, path).node)
  const { line, column } = positionAt(source, span.key === -1 ? span.start : span.key)
  return `${source.file}:${line}:${column}`
}

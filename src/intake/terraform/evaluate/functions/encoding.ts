import { createHash } from 'node:crypto'
import { readYaml } from '../../../yaml/read-yaml.ts'
import { fromPlain } from '../plain.ts'
import { spend } from '../scope.ts'
import { INVALID, isWhole, textOf, type Value } from '../value.ts'
import { known, whole, type Context, type TerraformFunction } from './function.ts'
import { jsonText } from './json-text.ts'
import { partialJson } from './partial-json.ts'
import { yamlText } from './yaml-text.ts'

/** Terraform's functions that encode, decode and hash. */
export const ENCODING_FUNCTIONS = {
  // What it gives is mostly a policy or a list of containers: the known parts of one with unknown ones still count.
  jsonencode: known(([value = null], context) =>
    isWhole(value) ? counted(jsonText(value), context) : partialJson(value),
  ),
  yamlencode: whole(([value = null], context) => counted(yamlText(value), context)),
  jsondecode: onText((text) => decodeJson(text)),
  yamldecode: onText((text) => decodeYaml(text)),
  base64encode: onText((text) => Buffer.from(text).toString('base64')),
  base64decode: onText((text) => Buffer.from(text, 'base64').toString()),
  urlencode: onText((text) => encodeURIComponent(text).replaceAll('%20', '+')),
  md5: hashing('md5', 'hex'),
  sha1: hashing('sha1', 'hex'),
  sha256: hashing('sha256', 'hex'),
  sha512: hashing('sha512', 'hex'),
  base64sha256: hashing('sha256', 'base64'),
  base64sha512: hashing('sha512', 'base64'),
} as const satisfies Readonly<Record<string, TerraformFunction>>

function onText(call: (text: string) => Value): TerraformFunction {
  return whole(([value = null], { scope }) => {
    const text = textOf(value)
    if (text === undefined) return INVALID
    spend(scope.budget, text.length >> 2)
    return call(text)
  })
}

function hashing(algorithm: string, encoding: 'hex' | 'base64'): TerraformFunction {
  return onText((text) => createHash(algorithm).update(text).digest(encoding))
}

function counted(text: string, { scope }: Context): string {
  spend(scope.budget, text.length >> 4)
  return text
}

function decodeJson(text: string): Value {
  try {
    const value: unknown = JSON.parse(text)
    return fromPlain(value)
  } catch {
    // Terraform refuses it too, and then the caller's `try` goes on.
    return INVALID
  }
}

function decodeYaml(text: string): Value {
  const { documents, faults } = readYaml({ file: '', text })
  const [document] = documents
  if (faults.length > 0 || documents.length > 1) return INVALID
  return document === undefined ? null : fromPlain(document.value)
}

import { dirname } from 'node:path'
import { resourceOf } from '../../model/resource.ts'
import { guessText } from '../decode-text.ts'
import { missed } from '../mishap.ts'
import { readStart } from '../read-bytes.ts'
import type { Manifest } from '../read-manifest.ts'
import type { FoundFile } from '../targets.ts'
import { sketchDocument } from './objects/sketch-document.ts'
import { sketchFile } from './objects/sketch-file.ts'

// Where a state tells what it is and begins to list what it holds.
const START_BYTES = 256 * 1024

/**
 * A file that Terraform left behind, as one object that says what it holds: its text is looked at and never kept. None
 * when it is something else, empty, or encrypted.
 */
export function readLeftover(file: FoundFile): readonly Manifest[] {
  const start = readStart(file.path, file.name, START_BYTES)
  if (!start.ok) {
    const mishaps = [missed('files', start.fault)]
    return [{ source: undefined, documents: 0, resources: [], mishaps }]
  }
  const holds = contentOf(file.name, guessText(start.value))
  if (holds === undefined) return []
  const source = { file: file.name, text: '' }
  const via = { maker: 'terraform', target: dirname(file.name), inputs: [] } as const
  const document = sketchDocument(sketchFile(source, 'leftover', [['holds', holds]]), via)
  return [{ source, documents: 0, resources: [resourceOf(document)], mishaps: [] }]
}

function contentOf(name: string, text: string): string | undefined {
  if (name.endsWith('.log')) return CRASH.test(text) ? 'the log of a crash' : undefined
  // A saved plan is a zip archive.
  if (name.endsWith('tfplan')) return text.startsWith('PK') ? 'a saved plan' : undefined
  const isState = STATE.test(text) && HOLDINGS.test(text) && !ENCRYPTED.test(text)
  return isState ? 'the state' : undefined
}

const CRASH = /terraform|opentofu/i
const STATE = /"(?:lineage|terraform_version)"/
// What OpenTofu encrypts stands under one name.
const ENCRYPTED = /"encrypted_data"/
// An object in the list of resources, a resource of the older format, or an output.
const HOLDINGS = /"resources":\s{0,99}[[{]\s{0,99}["{]|"outputs":\s{0,99}\{\s{0,99}"/

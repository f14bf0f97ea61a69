import { readHclTemplate } from '../../hcl/read-hcl.ts'
import { evaluateParts } from '../evaluate-template.ts'
import { within } from '../scope.ts'
import { INVALID, isMap, textOf, type Value } from '../value.ts'
import { known, whole, type Context, type TerraformFunction } from './function.ts'

/** Terraform's functions that read files: those of the scanned folder only. */
export const FILE_FUNCTIONS = {
  file: whole(([path], context) => read(path, context)),
  filebase64: whole(([path], context) => {
    const text = read(path, context)
    return typeof text === 'string' ? Buffer.from(text).toString('base64') : text
  }),
  fileexists: whole(([path], context) =>
    typeof read(path, context) === 'string' ? true : context.untold(),
  ),
  templatefile: known(([path, values], context) => render(read(path, context), values, context)),
  templatestring: known(([text, values], context) => render(text ?? null, values, context)),
} as const satisfies Readonly<Record<string, TerraformFunction>>

// A file that is not there may be made before Terraform runs, so nobody can tell.
function read(path: Value | undefined, { scope, untold }: Context): Value {
  return scope.readFile(textOf(path ?? null) ?? '') ?? untold()
}

function render(text: Value, values: Value | undefined, context: Context): Value {
  if (typeof text !== 'string') return text
  if (!isMap(values)) return INVALID
  const source = { file: '', text }
  const parts = readHclTemplate(source)
  if (parts === undefined) return INVALID
  // A template sees what it is given and nothing else.
  const alone = { ...context.scope, source, lookUp: () => undefined }
  return evaluateParts(parts, within(alone, values))
}

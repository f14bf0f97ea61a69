import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'

// `node tools/run.mjs test/peer/bill-peer.ts SCHEMA FILE...`: holds bills of materials to the JSON schema of their makers,
// which nobody publishes as a package: spdx-schema.json of SPDX 2.3 (schemas/ of spdx/spdx-spec, branch support/2.3).

const [schemaFile, ...files] = process.argv.slice(2)
if (schemaFile === undefined || files.length === 0) {
  console.error('Name the schema and one bill of materials or more.')
  process.exit(2)
}
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
  Object(read(schemaFile)),
)
for (const file of files) {
  validate(read(file))
  console.log(`${file}: ${validate.errors?.length ?? 0} errors`)
  for (const { instancePath, message } of validate.errors ?? [])
    console.log(`  ${instancePath} ${message}`)
  if (validate.errors !== null) process.exitCode = 1
}

function read(file: string): unknown {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return parsed
}

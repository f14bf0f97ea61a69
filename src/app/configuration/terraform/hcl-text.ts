/** A value as HCL may write it; an expression stands as it is. */
export type Hcl = string | number | boolean | Expression | readonly Hcl[]

/** What is worked out when Terraform runs: `scaleway_k8s_cluster.main.id`. */
export interface Expression {
  readonly expression: string
}

/** A block with its arguments, then the blocks in it. */
export interface HclBlock {
  readonly type: string
  readonly labels?: readonly string[]
  readonly set?: Readonly<Record<string, Hcl>>
  readonly blocks?: readonly HclBlock[]
}

/** A value as text. */
export function hclText(value: Hcl): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if ('expression' in value) return value.expression
  return `[${value.map(hclText).join(', ')}]`
}

/** A block as lines of text, as `terraform fmt` would have it. O(text). */
export function blockLines({
  type,
  labels = [],
  set = {},
  blocks = [],
}: HclBlock): readonly string[] {
  const width = Math.max(0, ...Object.keys(set).map((name) => name.length))
  const own = Object.entries(set).map(
    ([name, value]) => `${name.padEnd(width)} = ${hclText(value)}`,
  )
  const inner = blocks.map((block) => blockLines(block))
  const groups = [...(own.length > 0 ? [own] : []), ...inner]
  const body = groups.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
  const heading = [type, ...labels.map(quoted)].join(' ')
  return [`${heading} {`, ...body.map((line) => (line === '' ? '' : `  ${line}`)), '}']
}

// Inside quotes two signs begin something that is worked out.
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&')
}

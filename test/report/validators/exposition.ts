/** One sample of the Prometheus text format. */
export interface Sample {
  readonly name: string
  readonly labels: ReadonlyMap<string, string>
  readonly value: number
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const COMMENT = new RegExp(`^# (?:HELP (${NAME}) .*|TYPE (${NAME}) gauge|(?!HELP |TYPE ).*)$`)
const LABEL = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\["\\n])*"`
const SAMPLE = new RegExp(
  String.raw`^(${NAME})(?:\{(${LABEL}(?:,${LABEL})*)\})? (-?\d+(?:\.\d+)?)$`,
)

/**
 * Reads the text format 0.0.4 as strictly as promtool: HELP and TYPE once and before the samples of a metric, those in
 * one piece, no series twice. Throws at the first offence.
 */
export function parseExposition(text: string): readonly Sample[] {
  if (!text.endsWith('\n')) throw new Error('The last line is not ended.')
  const samples: Sample[] = []
  const told = new Set<string>()
  const series = new Set<string>()
  let current = ''
  for (const line of text.slice(0, -1).split('\n')) {
    if (line.startsWith('#')) {
      const [matched, help, type] = COMMENT.exec(line) ?? []
      if (matched === undefined) throw new Error(`No comment: ${line}`)
      if (help !== undefined) {
        if (told.has(help)) throw new Error(`${help} is told twice.`)
        told.add(help)
        current = help
      }
      if (type !== undefined && type !== current)
        throw new Error(`${type} has a type before a help.`)
      continue
    }
    const sample = parseSample(line)
    if (sample.name !== current) throw new Error(`${sample.name} stands among ${current}.`)
    const [identity = ''] = line.split(/ [^ ]*$/)
    if (series.has(identity)) throw new Error(`${identity} is there twice.`)
    series.add(identity)
    samples.push(sample)
  }
  return samples
}

function parseSample(line: string): Sample {
  const [, name, labels = '', value = ''] = SAMPLE.exec(line) ?? []
  if (name === undefined) throw new Error(`No sample: ${line}`)
  const pairs = [...labels.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map(
    ([, key = '', text = '']) => [key, text] as const,
  )
  return { name, labels: new Map(pairs), value: Number(value) }
}

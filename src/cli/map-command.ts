import { resolve } from 'node:path'
import { drawMap, type DrawnMap } from '../app/map.ts'
import { succeed, type Result } from '../base/result.ts'
import { mapHtml } from '../report/map/html.ts'
import type { ToldMap } from '../report/map/map.ts'
import { mapMermaid } from '../report/map/mermaid.ts'
import { mapSvg } from '../report/map/svg.ts'
import { mapText } from '../report/map/text.ts'
import type { Style } from '../report/report.ts'
import { COMMANDS, MAP_FORMATS } from './commands.data.ts'
import { configured, type Configured } from './configured.ts'
import type { Command, Host } from './host.ts'
import { interrupted } from './interrupted.ts'
import { lookOf } from './look.ts'
import { reportFault } from './outputs.ts'
import { pipeOf } from './pipe.ts'
import { valueOf, wordOf } from './read-flags.ts'
import { replaceFile } from './replace-file.ts'
import { asksForConfig, showConfig } from './show-config.ts'
import { fileStyle, screenStyle, type Look } from './style.ts'
import { systemCode } from './system-code.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { tellOffStops } from './tell-off-stops.ts'
import { VERSION } from './version.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan map`: the architecture of an estate, with every finding where it belongs. */
export const mapCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.map, argv)
  if (!words.ok) return refuse(words.fault, host)
  const options = mapOptions(words.value, host)
  if (!options.ok) return refuse(options.fault, host)
  const { config } = options.value
  if (asksForConfig(words.value))
    return showConfig('map', words.value, { config, named: words.value.operands }, host)
  const drawn = await draw(options.value, host)
  if (drawn === undefined) return interrupted(host, 'known')
  if (!drawn.ok) return refuse(drawn.fault, host)
  tellOffStops(options.value.judging, host)
  return write(drawn.value, options.value, host)
}

type Format = (typeof MAP_FORMATS)[number]

interface MapOptions extends Configured {
  readonly format: Format
  /** Standard output without one. */
  readonly file: string | undefined
  readonly look: Look
}

function mapOptions(words: Words, host: Host): Result<MapOptions> {
  const format = wordOf(words, '--format', MAP_FORMATS)
  if (!format.ok) return format
  const known = configured(words, words.operands, host)
  if (!known.ok) return known
  const look = lookOf(words)
  if (!look.ok) return look
  const file = valueOf(words, '--output')
  return succeed({
    ...known.value,
    format: format.value ?? 'text',
    file: file === STDOUT ? undefined : file,
    look: look.value,
  })
}

const STDOUT = '-'

async function draw(
  { targets, estate, judging }: MapOptions,
  host: Host,
): Promise<Result<DrawnMap> | undefined> {
  const readStdin = await pipeOf(targets, host)
  if (readStdin === undefined) return undefined
  const { workingFolder } = host
  const terms = { ...estate, targets, workingFolder, today: host.today(), readStdin }
  return host.interruptible(() => drawMap({ estate: terms, ...judging }, VERSION))?.value
}

const FIRST_FAULTS = 5

function write({ map, scan }: DrawnMap, options: MapOptions, host: Host): number {
  const { format, file, look } = options
  tellFaults(scan.verdict.faults, FIRST_FAULTS, host)
  const style = file === undefined ? screenStyle(look, host) : fileStyle(look)
  const text = WRITERS[format](map, style)
  if (file === undefined) {
    host.out(text)
    return scan.exitCode
  }
  try {
    replaceFile(resolve(host.workingFolder, file), (out) => {
      out(text)
      return true
    })
  } catch (error) {
    return refuse(reportFault(file, `the system says ${systemCode(error)}`), host)
  }
  return scan.exitCode
}

const WRITERS: Readonly<Record<Format, (map: ToldMap, style: Style) => string>> = {
  text: mapText,
  svg: mapSvg,
  mermaid: mapMermaid,
  html: mapHtml,
}

import { EXIT } from '../app/outcome.ts'
import { render, type Rendering } from '../app/render.ts'
import type { EstateTerms } from '../app/scan.ts'
import { chooseKubernetes } from '../app/vocabulary.ts'
import { succeed, type Result } from '../base/result.ts'
import { chartInputs } from './chart-options.ts'
import { COMMANDS, RENDER_FORMATS } from './commands.data.ts'
import type { Command, Host } from './host.ts'
import { pipeOf } from './pipe.ts'
import { valueOf, wholeListOf, wordOf } from './read-flags.ts'
import { refuse, tellFaults } from './tell-fault.ts'
import { parseWords, type Words } from './words.ts'

/** `portolan render`: the objects as they are judged. */
export const renderCommand: Command = async (argv, host) => {
  const words = parseWords(COMMANDS.render, argv)
  if (!words.ok) return refuse(words.fault, host)
  const format = wordOf(words.value, '--format', RENDER_FORMATS)
  if (!format.ok) return refuse(format.fault, host)
  const readStdin = await pipeOf(words.value.operands, host)
  if (readStdin === undefined) return EXIT.interrupted
  const terms = termsOf(words.value, readStdin, host)
  if (!terms.ok) return refuse(terms.fault, host)
  const done = host.interruptible(() => render(terms.value))?.value
  return done === undefined ? EXIT.interrupted : tell(done, format.value ?? 'yaml', host)
}

function termsOf(
  words: Words,
  readStdin: EstateTerms['readStdin'],
  host: Host,
): Result<EstateTerms> {
  const version = valueOf(words, '--kube-version')
  const kubernetes = version === undefined ? undefined : chooseKubernetes('--kube-version', version)
  if (kubernetes?.ok === false) return kubernetes
  const namespace = valueOf(words, '--namespace')
  return succeed({
    targets: words.operands,
    workingFolder: host.workingFolder,
    skipPaths: wholeListOf(words, '--skip-path'),
    readStdin,
    kubernetes: kubernetes?.value,
    provider: undefined,
    today: host.today(),
    variableFiles: wholeListOf(words, '--var-file'),
    charts: chartInputs(words).map((inputs) => ({ ...inputs, ...(namespace && { namespace }) })),
  })
}

// What is missing is in the JSON; whoever reads YAML is told beside it.
function tell(rendering: Rendering, format: 'yaml' | 'json', host: Host): number {
  if (format === 'json') host.out(rendering.json())
  else {
    host.out(rendering.yaml())
    tellFaults(rendering.faults, Infinity, host)
  }
  return rendering.exitCode
}

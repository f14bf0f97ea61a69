import { commandsOf, isShell, type Command } from '../../../analysis/dockerfiles/commands.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { fedBy, isDownload, runsInput } from '../downloads.ts'

export const dfPipedShell = defineRule({
  id: 'df-piped-shell',
  title: 'Do not run scripts straight from the network',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'Docker: Building best practices, using pipes',
      url: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
    },
    {
      title: 'OWASP Docker Security Cheat Sheet, supply chain',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    const commands = commandsOf(dockerfile)
    return commands
      .filter((command, index) => isDownload(command) && isRun(commands, index))
      .map(({ place, program }) => {
        const text = `What ${program} fetches is run at once: nobody sees it, and no checksum is compared`
        return complaintFor({ place, text }, dockerfile, scene)
      })
  },
})

function isRun(commands: readonly Command[], index: number): boolean {
  if (fedBy(commands, index).some(runsInput)) return true
  const own = commands[index]
  const previous = commands[index - 1]
  const before = previous?.step === own?.step ? previous : undefined
  // `bash <(curl …)`, `. <(curl …)`; `sh -c "$(curl …)"` and `eval "$(curl …)"`, whose inside is a script of its own.
  if (own?.after === '<(') return before !== undefined && readsFile(before)
  const isInside = [before?.program ?? '', ...(before?.args ?? [])].some((word) =>
    /^\$\(\s*(?:curl|wget)\b/.test(word),
  )
  const isHanded = isShell(before?.program ?? '') && before?.args.includes('-c') === true
  return isInside && (isHanded || before?.via.includes('eval') === true)
}

function readsFile({ program }: Command): boolean {
  return isShell(program) || program === '.' || program === 'source'
}

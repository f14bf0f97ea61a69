import { commandsOf } from '../../../analysis/dockerfiles/commands.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'
import { installOf, type Install } from '../installs.ts'

export const dfUnpinnedInstall = defineRule({
  id: 'df-unpinned-install',
  title: 'Name the versions of what a build installs',
  topic: 'image-content',
  severity: 'low',
  references: [
    {
      title: 'pip: Repeatable Installs',
      url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    },
    {
      title: 'OWASP NPM Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/NPM_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return commandsOf(dockerfile).flatMap((command) => {
      const install = installOf(command)
      const loose = install === undefined ? [] : looseNames(install)
      const [first] = loose
      if (first === undefined) return []
      const others = loose.length === 1 ? '' : ` and ${loose.length - 1} more`
      const name = /^[@\w./-]{1,60}(?:@latest)?$/.test(first.text) ? `"${first.text}"` : 'a package'
      const text = `No version is named of ${name}${others}: each build installs whatever is the newest`
      return [complaintFor({ place: command.placeOf(first.index), text }, dockerfile, scene)]
    })
  },
})

// Distributions give one version for each of their releases, and repairs of it: there, the base image is what is named.
function looseNames({ installer, flags, names }: Install): Install['names'] {
  switch (installer) {
    case 'pip':
      if (flags.some((flag) => /^(?:--no-index|--require-hashes)$/.test(flag))) return []
      return names.filter(({ text }) => isPackage(text) && !/[=<>~@]/.test(text))
    case 'npm':
      // Without a name the lock file decides.
      return names.filter(
        ({ text }) => isPackage(text) && /^@?[^@]+(?:@(?:latest|next))?$/.test(text),
      )
    case 'gem':
      return flags.some((flag) => /^(?:-v|--version)/.test(flag))
        ? []
        : names.filter(({ text }) => isPackage(text) && !/[:]/.test(text))
    case 'go':
      return names.filter(({ text }) => /@(?:latest|master|main|HEAD)$/.test(text))
    case 'cargo':
      return flags.some((flag) => /^--(?:vers|git|path|locked)/.test(flag))
        ? []
        : names.filter(({ text }) => isPackage(text) && !text.includes('@'))
    case 'apt':
    case 'apk':
    case 'dnf':
    case 'zypper':
      return []
  }
}

// Neither a file nor a folder nor a variable.
function isPackage(text: string): boolean {
  return /^@?[A-Za-z0-9]/.test(text) && !/^\.|^\/|\$|:\/\/|\.(?:whl|tgz|gz|zip|gem|txt)$/.test(text)
}

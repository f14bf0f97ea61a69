import { commandsOf } from '../../../analysis/dockerfiles/commands.ts'
import { defineRule } from '../../rule.ts'
import { complaintFor } from '../complaint.ts'

export const dfSignaturesOff = defineRule({
  id: 'df-signatures-off',
  title: 'Install packages with their signatures checked',
  topic: 'image-content',
  severity: 'medium',
  references: [
    {
      title: 'rpmkeys(8): verification of signatures',
      url: 'https://man7.org/linux/man-pages/man8/rpmkeys.8.html',
    },
    {
      title: 'OWASP Docker Security Cheat Sheet, supply chain',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],

  subject: ['Dockerfile'],
  check(dockerfile, scene) {
    return commandsOf(dockerfile).flatMap((command) => {
      const at = command.args.findIndex((arg) => OFF.some((pattern) => pattern.test(arg)))
      if (at === -1) return []
      const text =
        'Packages are installed whoever made them: the check of their signatures is turned off'
      return [complaintFor({ place: command.placeOf(at), text }, dockerfile, scene)]
    })
  },
})

// Source: the manuals of apt-get, apt-secure, sources.list, dnf, rpm, zypper, apk and pacman, read 2026-11-25.
const OFF: readonly RegExp[] = [
  /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/,
  /\bAPT::Get::AllowUnauthenticated["'\s=]+(?:true|yes|1)/i,
  /\bAcquire::AllowInsecureRepositories["'\s=]+(?:true|yes|1)/i,
  /\[[^\]]*\btrusted=yes\b[^\]]*\]/i,
  /^--(?:nogpgcheck|no-gpg-checks?|nosignature)$/,
  /(?:^|[\s.])(?:repo_)?gpgcheck\s*=\s*(?:0|false|no)\b/i,
  /^--allow-untrusted$/,
  /\bSigLevel\s*=\s*Never\b/i,
]

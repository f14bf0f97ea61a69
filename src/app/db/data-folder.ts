import { join, resolve } from 'node:path'

/** The folder of the advisories: below PORTOLAN_DATA, or where the system keeps data of a user. Source: XDG Base Directory 0.8. */
export function advisoriesFolder(
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): string {
  return join(dataFolder(env, workingFolder), 'advisories')
}

function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): string {
  const own = env['PORTOLAN_DATA'] ?? ''
  if (own !== '') return resolve(workingFolder, own)
  const shared = env['XDG_DATA_HOME'] ?? env['LOCALAPPDATA'] ?? ''
  if (shared !== '') return join(shared, 'portolan')
  return join(env['HOME'] ?? env['USERPROFILE'] ?? workingFolder, '.local', 'share', 'portolan')
}

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'

/** Microsoft's validator: the program of this platform, without the shell that its npm wrapper starts. */
export function findSarifValidator(): string | undefined {
  const { resolve } = createRequire(import.meta.url)
  try {
    const program = resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`).replace(
      'package.json',
      'Sarif.Multitool',
    )
    execFileSync(program, ['validate', '--version'], { stdio: 'ignore' })
    return program
  } catch (error) {
    console.info(`SARIF is not validated: the validator does not run here (${String(error)}).`)
    return undefined
  }
}

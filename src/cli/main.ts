import { processHost } from './process-host.ts'
import { route } from './route.ts'

void start()

async function start(): Promise<void> {
  const host = processHost()
  process.exitCode = await route(process.argv.slice(2), host)
}

import { cargoLock } from './cargo/read.ts'
import { podfileLock } from './cocoapods/read.ts'
import { composerLock } from './composer/read.ts'
import { conanLock } from './conan/read.ts'
import { denoLock } from './deno/read.ts'
import { gemfileLock } from './gemfile/read.ts'
import { goMod } from './go/read.ts'
import { gradleLockfile } from './maven/gradle/read.ts'
import { pom } from './maven/pom/read.ts'
import { gradleVerification } from './maven/verification/read.ts'
import { versionCatalog } from './maven/version-catalog/read.ts'
import { mixLock } from './mix/read.ts'
import { bun } from './npm/bun/read.ts'
import { packageLock } from './npm/package-lock/read.ts'
import { pnpm } from './npm/pnpm/read.ts'
import { yarnBerry } from './npm/yarn-berry/read.ts'
import { yarnClassic } from './npm/yarn-classic/read.ts'
import { csproj } from './nuget/csproj/read.ts'
import { depsJson } from './nuget/deps/read.ts'
import { packagesConfig } from './nuget/packages-config/read.ts'
import { packagesLock } from './nuget/packages-lock/read.ts'
import { projectAssets } from './nuget/project-assets/read.ts'
import { pubspecLock } from './pub/read.ts'
import { pdmLock } from './python/pdm/read.ts'
import { pipfileLock } from './python/pipfile/read.ts'
import { poetryLock } from './python/poetry/read.ts'
import { pylock } from './python/pylock/read.ts'
import { requirements } from './python/requirements/read.ts'
import { uvLock } from './python/uv/read.ts'
import type { LockReader } from './reader.ts'
import { renvLock } from './renv/read.ts'
import { cycloneDxXml } from './sbom/cyclonedx-xml/read.ts'
import { cycloneDx } from './sbom/cyclonedx/read.ts'
import { spdxTags } from './sbom/spdx-tags/read.ts'
import { spdx } from './sbom/spdx/read.ts'
import { toolReports } from './sbom/tools/read.ts'
import { stackLock } from './stack/read.ts'
import { packageResolved } from './swift/read.ts'

/** All formats that packages are read from. Of two that claim a name, the first that knows the content has it. */
export const LOCK_READERS: readonly LockReader[] = [
  packageLock,
  yarnClassic,
  yarnBerry,
  pnpm,
  bun,
  denoLock,
  requirements,
  pipfileLock,
  poetryLock,
  pdmLock,
  uvLock,
  pylock,
  goMod,
  cargoLock,
  gemfileLock,
  composerLock,
  pom,
  gradleLockfile,
  gradleVerification,
  versionCatalog,
  packagesLock,
  depsJson,
  projectAssets,
  packagesConfig,
  csproj,
  pubspecLock,
  mixLock,
  packageResolved,
  conanLock,
  renvLock,
  stackLock,
  podfileLock,
  cycloneDx,
  cycloneDxXml,
  spdx,
  spdxTags,
  toolReports,
]

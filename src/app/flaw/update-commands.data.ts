/**
 * The command of each ecosystem that takes one version of a direct dependency; `NAME` and `VERSION` are put in.
 * Sources: the manuals of npm, pip, Go, Cargo, Bundler, Composer, dotnet, Mix and Dart, read 2026-11-25.
 */
export const UPDATE_COMMANDS: Readonly<Record<string, string>> = {
  npm: 'npm install NAME@VERSION',
  PyPI: 'pip install NAME==VERSION',
  Go: 'go get NAME@vVERSION && go mod tidy',
  'crates.io': 'cargo update -p NAME --precise VERSION',
  RubyGems: 'bundle update NAME --conservative',
  Packagist: 'composer require NAME:VERSION',
  NuGet: 'dotnet add package NAME --version VERSION',
  Hex: 'mix deps.update NAME',
  Pub: 'dart pub upgrade NAME',
}

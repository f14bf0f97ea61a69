# Tools that build and test. They never run in production, but on machines that hold its credentials.
portolan fix pkg-vulnerable-dev --write           # where a file names the version; lock files are the tools' own:
npm install --save-dev vite@7.1.11                # npm; one that is brought along: "overrides" in package.json
pnpm update --recursive --dev vite                # pnpm; yarn up vite
uv lock --upgrade-package pytest                  # uv; poetry update --only dev pytest
bundle update --conservative rubocop              # Bundler; composer update phpunit/phpunit
cargo update --package criterion                  # Cargo
# Not used any more: npm uninstall, uv remove --dev, cargo remove --dev.
portolan scan

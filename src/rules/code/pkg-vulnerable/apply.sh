# The finding names the package and the first version that is mended. A bot such as Renovate proposes such updates.
portolan fix pkg-vulnerable --write               # where a file names the version; lock files are the tools' own:
npm ls lodash                                     # who brings it
npm install lodash@4.17.21                        # npm; one that is brought along: "overrides" in package.json
pnpm update --recursive lodash                    # pnpm; yarn up lodash
uv lock --upgrade-package requests                # uv; poetry update requests; pip-compile --upgrade-package requests
go get golang.org/x/net@v0.38.0 && go mod tidy    # Go
cargo update --package openssl                    # Cargo; bundle update --conservative rack; composer update guzzlehttp/guzzle
mvn versions:use-dep-version -Dincludes=org.apache.logging.log4j:log4j-core -DdepVersion=2.25.3 -DforceVersion=true
dotnet add package System.Text.Json --version 9.0.9
# Nothing mends it yet: another package, or a waiver with the day on which to look again.
portolan scan

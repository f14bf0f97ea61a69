# First what is reached from outside. Until it is mended: take the way in away, or the root, the token and the network
# that the pod does not need.
portolan fix pkg-exposed --write                  # where a file names the version; lock files are the tools' own:
npm ls lodash                                     # who brings it
npm install lodash@4.17.21                        # npm; one that is brought along: "overrides" in package.json
pnpm update --recursive lodash                    # pnpm; yarn up lodash
uv lock --upgrade-package requests                # uv; poetry update requests; pip-compile --upgrade-package requests
go get golang.org/x/net@v0.38.0 && go mod tidy    # Go
cargo update --package openssl                    # Cargo; bundle update --conservative rack; composer update guzzlehttp/guzzle
mvn versions:use-dep-version -Dincludes=org.apache.logging.log4j:log4j-core -DdepVersion=2.25.3 -DforceVersion=true
dotnet add package System.Text.Json --version 9.0.9
# Build the image anew, roll it out, and look again:
portolan scan

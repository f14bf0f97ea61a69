module example.com/shop

go 1.21

toolchain go1.21.4

require github.com/direct/one v1.2.0
require (
	github.com/indirect/two v0.0.0-20210101000000-abcdefabcdef // indirect
	"github.com/swapped/three" v1.0.0
	github.com/local/four/v2 v2.0.0+incompatible // a word
)

replace github.com/swapped/three v1.0.0 => github.com/fork/three v1.0.1

replace github.com/local/four/v2 => ../four

exclude github.com/direct/one v1.1.0

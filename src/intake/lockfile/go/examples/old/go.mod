module example.com/old

go 1.16

require github.com/direct/one v1.2.0

module example.com/harbour/orders-worker

go 1.26

require (
	github.com/dgrijalva/jwt-go v3.2.0+incompatible
	github.com/rabbitmq/amqp091-go v1.10.0
	google.golang.org/grpc v1.64.0
)

require (
	golang.org/x/net v0.26.0 // indirect
	golang.org/x/text v0.16.0 // indirect
	google.golang.org/protobuf v1.34.2 // indirect
)

// Command events serves events as linked data: the smallest whole program on Hydrant, meant to be copied.
//
//	go run ./examples/events
//
// event.go declares what an event is. api.go says where events come from and what the API tells about itself. This file mounts
// the command line. Everything else follows from the declaration; "events --help" lists what there is.
package main

import "github.com/hydrant-ld/hydrant/server/cli"

const version = "1.0.0"

func main() { cli.Main(app()) }

func app() cli.App {
	return cli.App{Name: "events", Description: "Events as linked data.", Version: version, Path: "/api", New: newAPI}
}

// Command addresses serves persons, parcels, addresses and buildings in the manner of Haal Centraal: HAL with links and
// embedded resources, selections of fields, strict parameters with Dutch problems, and links that survive a gateway.
//
//	go run ./examples/addresses
//	curl -H 'Accept: application/hal+json' 'localhost:8080/v1.1/adressen?straat=Kerkstraat'
//
// persoon.go, kadaster.go and adres.go declare what there is; api.go says where it comes from. All data is made up.
package main

import "github.com/hydrant-ld/hydrant/server/cli"

const version = "1.1.0"

func main() { cli.Main(app()) }

func app() cli.App {
	return cli.App{
		Name: "addresses", Description: "Personen, kadastrale gegevens en adressen, in de trant van Haal Centraal.", Version: version,
		Path: "/v1.1", New: newAPI,
	}
}

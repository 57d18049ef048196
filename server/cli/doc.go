// Package cli is the command line of an API: a program mounts it in three lines.
//
//	func main() {
//		cli.Main(cli.App{Name: "events", Version: "1.0.0", Path: "/api", New: newAPI})
//	}
//
// where newAPI makes the server from the [Settings] of the command line:
//
//	func newAPI(ctx context.Context, s cli.Settings) (*server.Server, error) {
//		…
//		return server.New(server.Config{BaseURL: s.BaseURL, Logger: s.Logger, Links: s.Links, …}, server.Bind(Events, store))
//	}
//
// The program then has these commands:
//
//	serve      run the API until it is interrupted; the default
//	export     write a document: openapi3, openapi2, hydra, shacl, context or entrypoint
//	routes     list what is served, with operationIds
//	lint       say what the declarations lack
//	version    print the version
//
// Every option is also an environment variable: --base-url is HYDRANT_BASE_URL. An option on the command line wins.
//
// # Exit codes
//
//	| code | meaning                                                                   |
//	|------|---------------------------------------------------------------------------|
//	| 0    | done; for serve: an orderly end after SIGINT or SIGTERM                   |
//	| 1    | it failed: the API can't be made, a file can't be read, lint found errors |
//	| 2    | the command line can't be understood                                      |
//
// # Output
//
// What a command makes goes to stdout; what it says goes to stderr. A second interrupt ends the program at once.
package cli

package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/hydrant-ld/hydrant/server"
)

// routesCommand lists what is served.
type routesCommand struct{}

// Help is what --help of the command says beside the options.
func (*routesCommand) Help() string {
	return `One line each: method, path, operationId. An operationId is that of the OpenAPI document, - where that has none. HEAD goes with GET, OPTIONS with all.`
}

func (*routesCommand) run(ctx context.Context, r *run) error {
	s, err := r.describe(ctx)
	if err != nil {
		return err
	}
	ids, err := operationIDs(s)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(r.stdout, 0, 8, 2, ' ', 0)
	for _, e := range s.Endpoints() {
		id := ids[e]
		if id == "" {
			id = "-"
		}
		_, _ = fmt.Fprintf(table, "%s\t%s\t%s\n", e.Method, e.Path, id) // Flush tells
	}
	return table.Flush()
}

// operationIDs reads the operationIds of the OpenAPI document.
func operationIDs(s *server.Server) (map[server.Endpoint]string, error) {
	body, err := s.Document("swagger", "")
	if err != nil {
		return nil, err
	}
	var document struct {
		BasePath string                                `json:"basePath"`
		Paths    map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal(body, &document); err != nil {
		return nil, err
	}
	ids := map[server.Endpoint]string{}
	for path, item := range document.Paths {
		full := strings.TrimSuffix(document.BasePath, "/") + path
		if path == "/" && document.BasePath != "/" {
			full = document.BasePath
		}
		for method, raw := range item {
			var operation struct {
				ID string `json:"operationId"`
			}
			if json.Unmarshal(raw, &operation) == nil { // a list of parameters is no operation
				ids[server.Endpoint{Method: strings.ToUpper(method), Path: full}] = operation.ID
			}
		}
	}
	return ids, nil
}

package shacl

import (
	"github.com/hydrant-ld/hydrant/shacl/core"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// GraphShapes compiles the shapes of schemas for graphs: the same as [Triples], but for validating data in RDF, from clients
// or on its way out. Types that nest themselves are followed to a bounded depth. Errors are those of Triples.
func GraphShapes(naming Naming, schemas ...*Schema) (*core.Shapes, error) {
	triples, err := Triples(naming, schemas...)
	if err != nil {
		return nil, err
	}
	return core.Compile(rdf.NewGraph(triples...), core.Config{Recursive: true})
}

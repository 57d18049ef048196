// Package core validates RDF graphs by shapes: all of SHACL Core ([SHACL]), and nothing beyond it.
//
//	g, err := rdf.ReadGraph(rdf.ReadTurtle(file, rdf.Options{}))
//	shapes, err := core.Compile(g, core.Config{}) // err has every mistake in the shapes at once
//
//	report, err := shapes.Validate(ctx, data, core.Options{})
//	if !report.Conforms() {
//		report.WriteText(os.Stderr, core.TextOptions{})
//	}
//
// In goes a shapes graph, which [Compile] turns into [Shapes] once: they are immutable and validate any number of data
// graphs at a time. Out comes a [Report], as Go values, as a graph ([Report.Triples]) or as text for a terminal
// ([Report.WriteText]). Shapes that were made of Go types are shapes graphs, too, and are compiled the same way: package
// shacl does so, and validates Go values without any graph.
//
// The package reads no files – the program shacl/cmd/hydrant does –, fetches nothing and infers nothing but what SHACL itself
// does: that an instance of a class is one of the classes above it, as far as the data says so.
//
// # What is covered
//
// All 29 constraint components, all targets, implicit class targets among them, all seven kinds of property paths, property
// pairs, qualified shapes with disjoint siblings, sh:deactivated, severities of any name, messages in any language, and
// sh:detail for what is inside a value that does not conform. The 98 tests of the W3C suite for SHACL Core pass with equal
// reports.
//
// Literals are compared as values of their datatypes: see [literal.Compare]. What can't be compared, such as two times of
// which one has a time zone, violates what compares them, and an ill-typed literal such as "300"^^xsd:byte is of no
// datatype. Texts with a language have no order, not even with themselves, as in SPARQL. Terms – sh:in, sh:hasValue,
// sh:equals – are compared as terms, and a blank node of the shapes is none of the data unless both are one [rdf.Graph].
//
// # What is not
//
// SPARQL constraints, targets and components, rules and node expressions are no part of SHACL Core. Shapes that use them
// are refused, since they would seem to hold where nobody looked; [Config.SkipUnsupported] leaves them out with a warning.
// A regular expression that RE2 can't do (look-around, back-references) is a mistake of the shape, and says so.
//
// # Mistakes in shapes
//
// A shape that is in use and ill-formed makes [Compile] fail, with all mistakes at once, each with the shape, the property
// and the reason. What is ill-formed but not in use, a sh:property that leads nowhere, a property of SHACL's vocabulary that
// does not exist: these are [Shapes.Warnings]. Shapes that contain themselves are a mistake, unless [Config.Recursive] takes
// them.
//
// # Time and space
//
// Validation takes time in proportion to what the targets select and what their paths visit; a path never visits a node
// twice for the same reason. What was found out about a node and a shape is remembered where it may be asked for again.
// Contexts end a validation at any time, [Options.MaxResults] bounds its report, and [Shapes.Conforms] ends with the first
// violation. Without a bound, a node that violates a property shape which many others have inside them is reported as often as
// SHACL has it: once for each way there.
//
// Shapes may be those of strangers: how deep shapes and paths hang together, how many members lists have in all and how large
// a pattern is are bounded. So may data: set MaxResults, and a deadline, since a path that goes everywhere from everywhere has
// the square of the data as its values.
//
// [SHACL]: https://www.w3.org/TR/shacl/
package core

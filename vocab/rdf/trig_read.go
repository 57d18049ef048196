package rdf

// namedGraph reads a graph from its name on, which GRAPH stands before.
func (p *turtleParser) namedGraph() error {
	var name Term
	var err error
	switch p.at(0) {
	case '[':
		p.pos++
		p.space()
		if p.at(0) != ']' {
			return p.fail(0, "want \"]\": a graph is named by an IRI, _:label or [ ] with nothing in it")
		}
		p.pos++
		name = p.blank()
	default:
		name, err = p.resource("the name of a graph")
	}
	if err != nil {
		return err
	}
	p.space()
	if p.at(0) != '{' {
		return p.fail(0, "want \"{\" behind the name of a graph")
	}
	return p.wrapped(name)
}

// wrapped reads a graph between braces.
func (p *turtleParser) wrapped(name Term) error {
	p.inGraph, p.graph = true, name
	p.pos++
	p.space()
	for p.at(0) != '}' {
		if p.atEnd() {
			return p.fail(0, "want \"}\" at the end of the graph")
		}
		if _, err := p.triples(); err != nil {
			return err
		}
		if p.at(0) == '.' {
			p.pos++
			p.space()
		} else if p.at(0) != '}' {
			return p.fail(0, p.afterObject("\".\" at the end of the statement, \"}\" at the end of the graph"))
		}
	}
	p.pos++
	p.inGraph, p.graph = false, Term{}
	return nil
}

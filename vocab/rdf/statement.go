package rdf

// lineParser reads N-Triples or N-Quads, a statement a line.
type lineParser struct {
	*document
	graphs bool
}

func (p lineParser) parse() error {
	for {
		p.skip(spaceByte)
		switch {
		case p.at(0) == '#':
			p.skip(commentByte)
		case p.atEnd():
			return nil
		default:
			if err := p.statement(); err != nil {
				return err
			}
		}
	}
}

// statement reads a statement up to the end of its line.
func (p lineParser) statement() error {
	var q Quad
	var err error
	if q.Subject, err = p.node("the subject"); err != nil {
		return err
	}
	p.blanks()
	if p.at(0) != '<' {
		return p.fail(0, "want the predicate, an IRI such as <http://example.org/p>")
	}
	q.Predicate.Kind = IRI
	if q.Predicate.Value, err = p.absoluteIRI(); err != nil {
		return err
	}
	p.blanks()
	switch p.at(0) {
	case '"':
		q.Object, err = p.literal(false, p.blanks, p.datatype)
	case '<', '_':
		q.Object, err = p.node("the object")
	default:
		return p.fail(0, "want the object, <IRI>, _:label or \"text\"")
	}
	if err != nil {
		return err
	}
	p.blanks()
	if c := p.at(0); p.graphs && (c == '<' || c == '_') {
		if q.Graph, err = p.node("the graph"); err != nil {
			return err
		}
		p.blanks()
	}
	if err = p.endOfLine(); err != nil {
		return err
	}
	return p.emit(q)
}

// blanks skips white space inside the line.
func (p lineParser) blanks() { p.skip(blankByte) }

func (p lineParser) endOfLine() error {
	if p.at(0) != '.' {
		return p.fail(0, "want \".\" at the end of the statement")
	}
	p.pos++
	p.blanks()
	switch c := p.at(0); {
	case c == '\n', c == '\r', c == '#', p.atEnd():
		return nil
	default:
		return p.fail(0, "want the end of the line or a comment after \".\"")
	}
}

func (p lineParser) node(what string) (Term, error) {
	switch p.at(0) {
	case '<':
		iri, err := p.absoluteIRI()
		return Term{Kind: IRI, Value: iri}, err
	case '_':
		label, err := p.label()
		return NewBlankNode(label), err
	case '"':
		return Term{}, p.fail(0, what+" cannot be a literal: want <IRI> or _:label")
	default:
		return Term{}, p.fail(0, "want "+what+", <IRI> or _:label")
	}
}

func (p lineParser) datatype() (string, error) {
	if p.at(0) != '<' {
		return "", p.fail(0, "want a datatype, an IRI such as <http://www.w3.org/2001/XMLSchema#date>")
	}
	return p.absoluteIRI()
}

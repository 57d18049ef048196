package rdf

import (
	"encoding/xml"
	"fmt"
)

// xmlScopes holds the namespace declarations in scope: for each prefix those of the open elements, the innermost last.
type xmlScopes map[string][]string

func (s xmlScopes) declare(prefix, namespace string) { s[prefix] = append(s[prefix], namespace) }

func (s xmlScopes) undeclare(prefixes []string) {
	for _, prefix := range prefixes {
		if namespaces := s[prefix]; len(namespaces) > 1 {
			s[prefix] = namespaces[:len(namespaces)-1]
		} else {
			delete(s, prefix)
		}
	}
}

func (s xmlScopes) namespace(prefix string) (string, bool) {
	if prefix == "xml" {
		return nsXML, true
	}
	namespaces := s[prefix]
	if len(namespaces) == 0 {
		return "", false
	}
	return namespaces[len(namespaces)-1], true
}

// longestInherited bounds what is written in one place of a document and used in many: namespaces, bases, languages,
// subjects. A short document must not mean a long one.
const longestInherited = 2048

// enter declares what a start tag declares, and returns the prefixes.
func (s xmlScopes) enter(e xml.StartElement) ([]string, error) {
	var prefixes []string
	for _, a := range e.Attr {
		var prefix string
		switch {
		case a.Name.Space == "xmlns":
			prefix = a.Name.Local
			if a.Value == "" {
				return prefixes, fmt.Errorf("want a namespace in xmlns:%s: only xmlns may be empty", prefix)
			}
		case a.Name.Space != "" || a.Name.Local != "xmlns":
			continue
		}
		switch {
		case prefix == "xmlns", (prefix == "xml") != (a.Value == nsXML), a.Value == nsXMLNS:
			return prefixes, fmt.Errorf("xml and xmlns stand for their own namespaces: xmlns:%s cannot be %q", prefix, a.Value)
		case prefix == "xml":
			continue
		case len(a.Value) > longestInherited:
			return prefixes, &LimitError{What: "bytes in a base or namespace", Limit: longestInherited}
		}
		s.declare(prefix, a.Value)
		prefixes = append(prefixes, prefix)
	}
	return prefixes, nil
}

// expand returns the namespace and the local part of a name as it is written; "" is the namespace of a name without prefix,
// unless it is an element's and there is a default namespace.
func (s xmlScopes) expand(name xml.Name, element bool) (xmlName, error) {
	if !isNCName(name.Local) {
		return xmlName{}, fmt.Errorf("want a name, or two with a colon between them, got %q", rawName(name))
	}
	if name.Space == "" && !element {
		return xmlName{local: name.Local}, nil
	}
	namespace, ok := s.namespace(name.Space)
	if !ok && name.Space != "" {
		return xmlName{}, fmt.Errorf("the prefix %q is not declared: want xmlns:%s=\"…\" here or on an element around", name.Space, name.Space)
	}
	return xmlName{namespace, name.Local}, nil
}

// attributes expands the names of the attributes that declare no namespace; none may be there twice.
func (s xmlScopes) attributes(e xml.StartElement) ([]xmlAttribute, error) {
	attributes := make([]xmlAttribute, 0, len(e.Attr))
	seen := make(map[xmlName]struct{}, len(e.Attr))
	for _, a := range e.Attr {
		name := xmlName{a.Name.Space, a.Name.Local}
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			var err error
			if name, err = s.expand(a.Name, false); err != nil {
				return nil, err
			}
			attributes = append(attributes, xmlAttribute{name, a.Name.Space, a.Value})
		}
		if _, ok := seen[name]; ok {
			return nil, fmt.Errorf("the attribute %s is there twice", rawName(a.Name))
		}
		seen[name] = struct{}{}
	}
	return attributes, nil
}

// xmlName is a name with its namespace, "" for none.
type xmlName struct{ namespace, local string }

func (n xmlName) iri() string { return n.namespace + n.local }

type xmlAttribute struct {
	xmlName
	prefix, value string
}

// rawName is a name as it is written.
func rawName(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}

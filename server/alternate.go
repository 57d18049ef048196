package server

import (
	"slices"

	"github.com/hydrant-ld/hydrant/server/internal/link"
	"github.com/hydrant-ld/hydrant/vocab"
)

// alternates is the Link of a representation to the others of the same resource, "" if there are none. The address is that
// of the request, so that the text is the same for all resources: the media type is what a client asks for there. A stream
// is no alternative to a page.
func (m *menu) alternates(rep representation) string {
	var types []string
	for _, kind := range m.kinds {
		if kind != rep && kind != asNDJSON {
			types = append(types, syntaxes[kind].mediaType)
		}
	}
	return alternateLinks(types)
}

// alternateLinks links to representations at the address of the request.
func alternateLinks(types []string) string {
	var links []byte
	for i, t := range types {
		if i > 0 {
			links = append(links, ", "...)
		}
		links = link.AppendLink(links, "", "alternate", "type", t)
	}
	return string(links)
}

// describedBy is the Link to the shape of a class.
func (s *Server) describedBy(res *resource) string {
	shape := s.api.Naming().Shape(res.definition.Schema)
	if shape == "" {
		shape = vocab.IRI(s.base.URL + "/shapes")
	}
	return string(link.AppendLink(nil, s.inHeader(string(shape)), "describedby"))
}

// links are the values of Link of the representations on a menu, of which only JSON needs a context to be linked data: with
// the links to the others, and without.
func (s *Server) links(res *resource, m *menu, jsonContext, halContext string) (all, own [representations][]string) {
	described := s.describedBy(res)
	for _, rep := range m.kinds {
		list := []string{s.documentationLink, described}
		switch rep {
		case asJSON, asNDJSON:
			list = append(list, contextLink(s.headerPrefix()+jsonContext))
		case asHAL:
			list = append(list, contextLink(s.headerPrefix()+halContext))
		default:
		}
		own[rep] = list
		all[rep] = append(slices.Clip(list), m.alternates(rep))
	}
	return all, own
}

// otherTypes are the media types of a document's representations but for one.
func otherTypes(renditions []rendition, but int) []string {
	var types []string
	for i := range renditions {
		if i != but {
			types = append(types, renditions[i].mediaType)
		}
	}
	return types
}

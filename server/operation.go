package server

import (
	"net/http"
	"strings"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// getOperation documents reading one resource.
func getOperation(d *hydra.Definition) hydra.Operation {
	return hydra.Operation{
		ID: "get" + d.Term, Method: http.MethodGet,
		Title:   titled("Read one: ", "Eén lezen: ", title(d)),
		Returns: d.IRI,
		Statuses: []hydra.Status{
			status(http.StatusOK, "Found", "Gevonden"),
			status(http.StatusNotModified, "Not changed since the ETag that was sent", "Niet veranderd sinds de gestuurde ETag"),
			problemStatus(CodeParamsValidation), problemStatus(CodeNotFound), problemStatus(CodeNotAcceptable), problemStatus(CodeServerError),
			problemStatus(CodeSourceUnavailable),
		},
	}
}

// listOperation documents reading a collection.
func listOperation(d *hydra.Definition, searchable bool) hydra.Operation {
	description := d.DescribeRules()
	if searchable {
		description = joined(hydra.Text{
			"en": "The parameter search finds what has all words of a free text, the last one as a word or as the beginning of one.",
			"nl": "De parameter search vindt wat alle woorden van een vrije tekst heeft, het laatste als woord of als begin van een woord.",
		}, description)
	}
	return hydra.Operation{
		ID: "list" + plural(d), Method: http.MethodGet,
		Title:       titled("List: ", "Lijst: ", collectionTitle(d)),
		Description: description,
		Returns:     vocab.HydraCollection,
		Statuses:    listStatuses(d),
	}
}

// joined puts one text behind another, in the languages of the first.
func joined(text, more hydra.Text) hydra.Text {
	for lang, sentence := range more {
		if text[lang] != "" {
			text[lang] += " " + sentence
		}
	}
	return text
}

func listStatuses(d *hydra.Definition) []hydra.Status {
	statuses := []hydra.Status{
		status(http.StatusOK, "A page of the collection", "Een pagina van de verzameling"),
		status(http.StatusNotModified, "Not changed since the ETag that was sent", "Niet veranderd sinds de gestuurde ETag"),
		problemStatus(CodeParamsValidation),
	}
	if d.Nested() {
		statuses = append(statuses, problemStatus(CodeNotFound))
	}
	return append(statuses, problemStatus(CodeNotAcceptable), problemStatus(CodeServerError), problemStatus(CodeSourceUnavailable))
}

// entryPointStatuses are the answers to reading the entry point.
func entryPointStatuses() []hydra.Status {
	return []hydra.Status{
		status(http.StatusOK, "The entry point", "Het startpunt"),
		status(http.StatusNotModified, "Not changed since the ETag that was sent", "Niet veranderd sinds de gestuurde ETag"),
		problemStatus(CodeParamsValidation), problemStatus(CodeNotAcceptable), problemStatus(CodeServerError),
	}
}

// plural is the name of the collection in an operationId: the path, in camel case.
func plural(d *hydra.Definition) string {
	var name strings.Builder
	for word := range strings.SplitSeq(d.Name, "-") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String()
}

func title(d *hydra.Definition) hydra.Text {
	if len(d.Meta.Title) > 0 {
		return d.Meta.Title
	}
	return hydra.Text{"en": d.Term}
}

func collectionTitle(d *hydra.Definition) hydra.Text {
	if len(d.Meta.CollectionTitle) > 0 {
		return d.Meta.CollectionTitle
	}
	return title(d)
}

// titled puts words before a title, in the languages that both have.
func titled(english, dutch string, title hydra.Text) hydra.Text {
	out := hydra.Text{"en": english + first(title, "en", "nl")}
	if nl, ok := title["nl"]; ok {
		out["nl"] = dutch + nl
	}
	return out
}

// first is the text in the first of some languages that it has, or in any.
func first(t hydra.Text, languages ...string) string {
	for _, l := range languages {
		if s, ok := t[l]; ok {
			return s
		}
	}
	text := ""
	for _, s := range t {
		if text == "" || s < text {
			text = s
		}
	}
	return text
}

func status(code int, english, dutch string) hydra.Status {
	return hydra.Status{Code: code, Title: hydra.Text{"en": english, "nl": dutch}}
}

func problemStatus(c Code) hydra.Status {
	t := problemTypes[c]
	return hydra.Status{Code: t.status, Title: t.title.text()}
}

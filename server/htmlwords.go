package server

import (
	"strconv"
	"strings"
)

// htmlWords are the words of pages in one language.
type htmlWords struct {
	// Lang is the language; thousands separates groups of digits.
	Lang, thousands string

	Skip, Breadcrumb, Home, Documents, Documentation, Shapes, Catalog, Explorer                 string
	Collections, About, Version, Issued, Modified, License, Terms, Publisher, Contact, Keywords string
	Period, Area, Languages, From, Until                                                        string
	Property, Value, Address, Class                                                             string
	Filter, Apply, Clear, Active, Remove, Sort, Usual, Ascending, Descending, PageSize          string
	Any, Also, Comparison, FilterHelp                                                           string
	Pages, First, Previous, Next, Last, Of, Result, Results, Nothing                            string
	Other, OtherText, Whole, Operations                                                         string
	Properties, Name, Description, Kind, Rules, Use, Required, Filterable, Sortable, Restricted string
	Search, ListOf, Text, Yes, No                                                               string
	Wrong, Parameter, Reason, Advice, Code, Request, KindOfError                                string
	// Equal … are the comparisons of a filter by order.
	Equal, NotEqual, OneOf, NoneOf, Greater, GreaterOrEqual, Less, LessOrEqual string
}

//nolint:gochecknoglobals // tables that are never written
var (
	htmlEnglish = htmlWords{
		Lang: "en", thousands: ",",
		Skip: "Skip to the content", Breadcrumb: "Breadcrumb", Home: "Entry point", Documents: "Documents",
		Documentation: "Documentation", Shapes: "Shapes", Catalog: "Catalogue", Explorer: "API explorer",
		Collections: "Collections", About: "About this API", Version: "Version", Issued: "Issued", Modified: "Modified", License: "Licence",
		Terms: "Terms of use", Publisher: "Publisher", Contact: "Contact", Keywords: "Keywords",
		Period: "Period", Area: "Area", Languages: "Languages", From: "from", Until: "until",
		Property: "Property", Value: "Value", Address: "Address", Class: "Class",
		Filter: "Filter and sort", Apply: "Apply", Clear: "Clear all", Active: "Active filters", Remove: "Remove the filter", Sort: "Sort by",
		Usual: "usual order", Ascending: "ascending", Descending: "descending", PageSize: "Results on a page",
		Any: "any", Also: "and", Comparison: "comparison",
		FilterHelp: "A star stands for any characters, a question mark for one: *conf*.",
		Pages:      "Pages", First: "First", Previous: "Previous", Next: "Next", Last: "Last", Of: "of",
		Result: "result", Results: "results", Nothing: "Nothing matches.",
		Other: "Other representations", OtherText: "The same in another format, here or by the Accept header:", Whole: "All results as a file:",
		Operations: "Operations",
		Properties: "Properties", Name: "Name", Description: "Description", Kind: "Kind", Rules: "Rules", Use: "Use",
		Required: "required", Filterable: "filter", Sortable: "sort", Restricted: "for the audience",
		Search: "Search for", ListOf: "list of", Text: "text by language", Yes: "yes", No: "no", Wrong: "What is wrong", Parameter: "Parameter", Reason: "Reason", Advice: "Advice", Code: "Code",
		Request: "Request id", KindOfError: "About this kind of error",
		Equal: "is", NotEqual: "is not", OneOf: "is one of", NoneOf: "is none of", Greater: "more than", GreaterOrEqual: "at least", Less: "less than", LessOrEqual: "at most",
	}
	htmlDutch = htmlWords{
		Lang: "nl", thousands: ".",
		Skip: "Naar de inhoud", Breadcrumb: "Kruimelpad", Home: "Startpunt", Documents: "Documenten",
		Documentation: "Documentatie", Shapes: "Shapes", Catalog: "Catalogus", Explorer: "API-verkenner",
		Collections: "Verzamelingen", About: "Over deze API", Version: "Versie", Issued: "Uitgegeven", Modified: "Gewijzigd", License: "Licentie",
		Terms: "Gebruiksvoorwaarden", Publisher: "Uitgever", Contact: "Contact", Keywords: "Trefwoorden",
		Period: "Periode", Area: "Gebied", Languages: "Talen", From: "vanaf", Until: "tot",
		Property: "Eigenschap", Value: "Waarde", Address: "Adres", Class: "Klasse",
		Filter: "Filteren en sorteren", Apply: "Toepassen", Clear: "Alles wissen", Active: "Actieve filters", Remove: "Verwijder het filter", Sort: "Sorteren op",
		Usual: "gewone volgorde", Ascending: "oplopend", Descending: "aflopend", PageSize: "Resultaten per pagina",
		Any: "alle", Also: "en", Comparison: "vergelijking",
		FilterHelp: "Een sterretje staat voor willekeurige tekens, een vraagteken voor één teken: *conf*.",
		Pages:      "Pagina’s", First: "Eerste", Previous: "Vorige", Next: "Volgende", Last: "Laatste", Of: "van",
		Result: "resultaat", Results: "resultaten", Nothing: "Niets gevonden.",
		Other: "Andere representaties", OtherText: "Hetzelfde in een ander formaat, hier of met de Accept-header:", Whole: "Alle resultaten als bestand:",
		Operations: "Operaties",
		Properties: "Eigenschappen", Name: "Naam", Description: "Beschrijving", Kind: "Soort", Rules: "Regels", Use: "Gebruik",
		Required: "verplicht", Filterable: "filteren", Sortable: "sorteren", Restricted: "voor de doelgroep",
		Search: "Zoeken naar", ListOf: "lijst van", Text: "tekst per taal", Yes: "ja", No: "nee", Wrong: "Wat er niet klopt", Parameter: "Parameter", Reason: "Reden", Advice: "Advies", Code: "Code",
		Request: "Nummer van het verzoek", KindOfError: "Over dit soort fout",
		Equal: "is", NotEqual: "is niet", OneOf: "is een van", NoneOf: "is geen van", Greater: "meer dan", GreaterOrEqual: "minstens", Less: "minder dan", LessOrEqual: "hoogstens",
	}
)

// wordsFor returns the words for a language: Dutch, or English for all others.
func wordsFor(language string) *htmlWords {
	if primarySubtag(language) == "nl" {
		return &htmlDutch
	}
	return &htmlEnglish
}

// primarySubtag is the first part of a language tag, in lower case.
func primarySubtag(tag string) string {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return primary
}

// number writes a number with its digits in groups.
func (w *htmlWords) number(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + w.thousands + text[i:]
	}
	return text
}

// yes is the word for a boolean.
func (w *htmlWords) yes(b bool) string {
	if b {
		return w.Yes
	}
	return w.No
}

// document is what a document of this name is called.
func (w *htmlWords) document(name string) string {
	switch name {
	case "documentation":
		return w.Documentation
	case "shapes":
		return w.Shapes
	case catalogName:
		return w.Catalog
	case "docs":
		return w.Explorer
	case "openapi":
		return "OpenAPI 3"
	case "openapi.yaml":
		return "OpenAPI 3, YAML"
	case "swagger":
		return "OpenAPI 2.0"
	default:
		return humanized(name)
	}
}

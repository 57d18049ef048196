package server

import (
	"net/http"

	"github.com/hydrant-ld/hydrant/hydra"
)

// Code names a kind of problem, in the words of the Haal Centraal error model where it has one.
type Code string

// The kinds of problems that the server answers with.
const (
	CodeParamsValidation   Code = "paramsValidation"
	CodeParamsRequired     Code = "paramsRequired"
	CodeParamsCombination  Code = "paramsCombination"
	CodeUnsupportedCombi   Code = "unsupportedCombi"
	CodeTooManyResults     Code = "tooManyResults"
	CodePathEncoding       Code = "pathEncoding"
	CodeNotFound           Code = "notFound"
	CodeMethodNotAllowed   Code = "methodNotAllowed"
	CodeNotAcceptable      Code = "notAcceptable"
	CodeURITooLong         Code = "uriTooLong"
	CodeServerError        Code = "serverError"
	CodeNotImplemented     Code = "notImplemented"
	CodeSourceUnavailable  Code = "sourceUnavailable"
	CodePreconditionFailed Code = "preconditionFailed"
)

// bilingual is a text in the languages of problems, with %s where a value stands in it.
type bilingual struct{ en, nl string }

// in is the text in a language.
func (b bilingual) in(language string) string {
	if language == "nl" {
		return b.nl
	}
	return b.en
}

// text is both texts.
func (b bilingual) text() hydra.Text { return hydra.Text{"en": b.en, "nl": b.nl} }

// problemType is what all problems of one kind have in common.
type problemType struct {
	status int
	title  bilingual
	// about is the title of a problem that tells what it is about, which %s stands for: [Problem].Source.
	about bilingual
	// description says what to do about it.
	description bilingual
}

//nolint:gochecknoglobals // a table that is never written
var problemTypes = map[Code]problemType{
	CodeParamsValidation: {
		status: http.StatusBadRequest,
		title:  bilingual{"One or more parameters are not correct.", "Een of meerdere parameters zijn niet correct."},
		description: bilingual{
			"The member invalidParams lists every parameter that is not correct, with the reason. Mend all of them and send the request again.",
			"Het veld invalidParams noemt elke parameter die niet correct is, met de reden. Herstel ze alle en stuur het verzoek opnieuw.",
		},
	},
	CodeParamsRequired: {
		status: http.StatusBadRequest,
		title:  bilingual{"At least one parameter is needed.", "Geef tenminste één parameter op."},
		description: bilingual{
			"The collection is not listed as a whole. The member detail says which parameters make a request complete.",
			"De verzameling wordt niet in haar geheel gegeven. Het veld detail zegt met welke parameters een verzoek volledig is.",
		},
	},
	CodeParamsCombination: {
		status: http.StatusBadRequest,
		title:  bilingual{"A minimal combination of parameters is needed.", "Minimale combinatie van parameters moet worden opgegeven."},
		description: bilingual{
			"Each of the parameters is correct, but they are too few. The member detail says which combinations are enough.",
			"Elk van de parameters is correct, maar het zijn er te weinig. Het veld detail zegt welke combinaties genoeg zijn.",
		},
	},
	CodeUnsupportedCombi: {
		status: http.StatusBadRequest,
		title:  bilingual{"The combination of parameters is not allowed.", "De combinatie van opgegeven parameters is niet toegestaan."},
		description: bilingual{
			"Each of the parameters is correct, but they exclude each other. Leave one of them out.",
			"Elk van de parameters is correct, maar ze sluiten elkaar uit. Laat er een weg.",
		},
	},
	CodeTooManyResults: {
		status: http.StatusBadRequest,
		title:  bilingual{"There are too many results.", "Teveel zoekresultaten."},
		description: bilingual{
			"The request asks for more than the server finds at once. The member detail says how to ask for less.",
			"Het verzoek vraagt meer dan de server in een keer zoekt. Het veld detail zegt hoe minder te vragen.",
		},
	},
	CodePathEncoding: {
		status: http.StatusBadRequest,
		title:  bilingual{"The path is not encoded correctly.", "Het pad is niet correct gecodeerd."},
		description: bilingual{
			"A path is UTF-8, percent-encoded where a character has no place in a URL.",
			"Een pad is UTF-8, met procenttekens gecodeerd waar een teken niet in een URL past.",
		},
	},
	CodeNotFound: {
		status: http.StatusNotFound,
		title:  bilingual{"The requested resource does not exist.", "Opgevraagde resource bestaat niet."},
		description: bilingual{
			"Follow the links from the entry point to find what exists.",
			"Volg de links vanaf het startpunt om te vinden wat er is.",
		},
	},
	CodeMethodNotAllowed: {
		status: http.StatusMethodNotAllowed,
		title:  bilingual{"The resource does not support this method.", "De resource ondersteunt deze methode niet."},
		description: bilingual{
			"The Allow header lists the methods that the resource supports.",
			"De header Allow noemt de methoden die de resource ondersteunt.",
		},
	},
	CodeNotAcceptable: {
		status: http.StatusNotAcceptable,
		title:  bilingual{"The requested content type is not supported.", "Gevraagde contenttype wordt niet ondersteund."},
		description: bilingual{
			"The member detail lists the content types that there are. Name one of them in the Accept header, or */*.",
			"Het veld detail noemt de contenttypen die er zijn. Noem er een van in de header Accept, of */*.",
		},
	},
	CodeURITooLong: {
		status:      http.StatusRequestURITooLong,
		title:       bilingual{"The URL is too long.", "De URL is te lang."},
		description: bilingual{"Ask for fewer things at once.", "Vraag minder tegelijk."},
	},
	CodeServerError: {
		status: http.StatusInternalServerError,
		title:  bilingual{"Internal server error.", "Interne server fout."},
		description: bilingual{
			"Something went wrong that is not the client's fault. Tell the contact point the id in the member requestId.",
			"Er ging iets mis waar de client niets aan kan doen. Meld het contactpunt het kenmerk in het veld requestId.",
		},
	},
	CodeNotImplemented: {
		status:      http.StatusNotImplemented,
		title:       bilingual{"The method is not known.", "De methode is niet bekend."},
		description: bilingual{"The server knows no such HTTP method.", "De server kent deze HTTP-methode niet."},
	},
	CodePreconditionFailed: {
		status: http.StatusPreconditionFailed,
		title:  bilingual{"The resource has changed.", "De resource is veranderd."},
		description: bilingual{
			"The ETag in If-Match is not that of the resource as it is now. Get it again.",
			"De ETag in If-Match is niet die van de resource zoals zij nu is. Haal haar opnieuw op.",
		},
	},
	CodeSourceUnavailable: {
		status: http.StatusServiceUnavailable,
		title:  bilingual{"The source of the data is not available.", "Bronservice is niet beschikbaar."},
		about:  bilingual{"The source %s is not available.", "Bronservice %s is niet beschikbaar."},
		description: bilingual{
			"Try again later; the Retry-After header says when.",
			"Probeer het later opnieuw; de header Retry-After zegt wanneer.",
		},
	},
}

// reasons are the texts of the kinds of wrong parameters (invalidParams[].code), in Dutch those of Haal Centraal where it
// has the kind; %s is [InvalidParam].Part.
//
//nolint:gochecknoglobals // a table that is never written
var reasons = map[string]bilingual{
	"integer":             {"The value is not a valid integer.", "Waarde is geen geldige integer."},
	"number":              {"The value is not a valid number.", "Waarde is geen geldig decimaal getal."},
	"boolean":             {"The value is not a valid boolean.", "Waarde is geen geldige boolean."},
	"date":                {"The value is not a valid date.", "Waarde is geen geldige datum."},
	"datatype":            {"The value is not a valid %s.", "Waarde is geen geldige %s."},
	"minimum":             {"The value is less than the minimum %s.", "Waarde is lager dan minimum %s."},
	"maximum":             {"The value is greater than the maximum %s.", "Waarde is hoger dan maximum %s."},
	"minLength":           {"The value is shorter than the minimal length %s.", "Waarde is korter dan minimale lengte %s."},
	"maxLength":           {"The value is longer than the maximal length %s.", "Waarde is langer dan maximale lengte %s."},
	"minItems":            {"The list has fewer than %s items.", "Array bevat minder dan %s items."},
	"maxItems":            {"The list has more than %s items.", "Array bevat meer dan %s items."},
	"pattern":             {"The value does not match the pattern %s.", "Waarde voldoet niet aan patroon %s."},
	"enum":                {"The value is not one of the allowed values.", "Waarde heeft geen geldige waarde uit de enumeratie."},
	"table":               {"The value is not in the code table.", "Waarde komt niet voor in de tabel."},
	"required":            {"The parameter is required.", "Parameter is verplicht."},
	"format":              {"The value is not correct.", "Waarde is niet correct."},
	"unknownParam":        {"The parameter is not expected.", "Parameter is niet verwacht."},
	"unique":              {"The parameter is given more than once.", "De parameter is meer dan eens opgegeven."},
	"fields":              {"Part of the parameter value is not correct: %s.", "Deel van de parameterwaarde is niet correct: %s."},
	"expand":              {"Part of the parameter value is not correct: %s.", "Deel van de parameterwaarde is niet correct: %s."},
	"sort":                {"Part of the parameter value is not correct: %s.", "Deel van de parameterwaarde is niet correct: %s."},
	"page":                {"The page does not exist.", "De opgegeven pagina bestaat niet."},
	"cursor":              {"The cursor is not valid here.", "De cursor is hier niet geldig."},
	"wildcard":            {"The wildcard %s is not used correctly.", "Incorrect gebruik van wildcard karakter %s."},
	"notAllowedCharacter": {"The value has a character that is not allowed.", "Waarde bevat een niet toegestaan karakter."},
	"unsupportedCombi":    {"The parameter can't be combined with another one.", "De parameter kan niet gecombineerd worden met een andere."},
	"audience":            {"The parameter is reserved to an audience.", "De parameter is voorbehouden aan een doelgroep."},
}

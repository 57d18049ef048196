package server

import "net/http"

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

// problemType is what all problems of one kind have in common.
type problemType struct {
	status int
	// en and nl are the titles; description says in English what to do about it.
	en, nl, description string
}

//nolint:gochecknoglobals // a table that is never written
var problemTypes = map[Code]problemType{
	CodeParamsValidation: {
		http.StatusBadRequest, "One or more parameters are not correct.", "Een of meerdere parameters zijn niet correct.",
		"The member invalidParams lists every parameter that is not correct, with the reason. Mend all of them and send the request again.",
	},
	CodeParamsRequired: {
		http.StatusBadRequest, "At least one parameter is needed.", "Geef tenminste één parameter op.",
		"The collection is not listed as a whole. The member detail says which parameters make a request complete.",
	},
	CodeParamsCombination: {
		http.StatusBadRequest, "A minimal combination of parameters is needed.", "Minimale combinatie van parameters moet worden opgegeven.",
		"Each of the parameters is correct, but they are too few. The member detail says which combinations are enough.",
	},
	CodeUnsupportedCombi: {
		http.StatusBadRequest, "The combination of parameters is not allowed.", "De combinatie van opgegeven parameters is niet toegestaan.",
		"Each of the parameters is correct, but they exclude each other. Leave one of them out.",
	},
	CodeTooManyResults: {
		http.StatusBadRequest, "There are too many results.", "Teveel zoekresultaten.",
		"The request asks for more than the server finds at once. The member detail says how to ask for less.",
	},
	CodePathEncoding: {
		http.StatusBadRequest, "The path is not encoded correctly.", "Het pad is niet correct gecodeerd.",
		"A path is UTF-8, percent-encoded where a character has no place in a URL.",
	},
	CodeNotFound: {
		http.StatusNotFound, "The requested resource does not exist.", "Opgevraagde resource bestaat niet.",
		"Follow the links from the entry point to find what exists.",
	},
	CodeMethodNotAllowed: {
		http.StatusMethodNotAllowed, "The resource does not support this method.", "De resource ondersteunt deze methode niet.",
		"The Allow header lists the methods that the resource supports.",
	},
	CodeNotAcceptable: {
		http.StatusNotAcceptable, "The requested content type is not supported.", "Gevraagde contenttype wordt niet ondersteund.",
		"The member detail lists the content types that there are. Name one of them in the Accept header, or */*.",
	},
	CodeURITooLong: {
		http.StatusRequestURITooLong, "The URL is too long.", "De URL is te lang.",
		"Ask for fewer things at once.",
	},
	CodeServerError: {
		http.StatusInternalServerError, "Internal server error.", "Interne server fout.",
		"Something went wrong that is not the client's fault. Tell the contact point the id in the member requestId.",
	},
	CodeNotImplemented: {
		http.StatusNotImplemented, "The method is not known.", "De methode is niet bekend.",
		"The server knows no such HTTP method.",
	},
	CodePreconditionFailed: {
		http.StatusPreconditionFailed, "The resource has changed.", "De resource is veranderd.",
		"The ETag in If-Match is not that of the resource as it is now. Get it again.",
	},
	CodeSourceUnavailable: {
		http.StatusServiceUnavailable, "The source of the data is not available.", "Bronservice is niet beschikbaar.",
		"Try again later; the Retry-After header says when.",
	},
}

// reason is the text of a kind of wrong parameter; %s is the value or the bound.
type reason struct{ en, nl string }

// reasons are the kinds of wrong parameters (invalidParams[].code).
//
//nolint:gochecknoglobals // a table that is never written
var reasons = map[string]reason{
	"integer":             {"The value is not a valid integer.", "Waarde is geen geldige integer."},
	"number":              {"The value is not a valid number.", "Waarde is geen geldig decimaal getal."},
	"boolean":             {"The value is not a valid boolean.", "Waarde is geen geldige boolean."},
	"date":                {"The value is not a valid date.", "Waarde is geen geldige datum."},
	"dateTime":            {"The value is not a valid date and time.", "Waarde is geen geldige datum-tijd."},
	"time":                {"The value is not a valid time.", "Waarde is geen geldige tijd."},
	"datatype":            {"The value is not of the property's datatype.", "Waarde heeft niet het datatype van de eigenschap."},
	"minimum":             {"The value is too small.", "Waarde is lager dan het minimum."},
	"maximum":             {"The value is too large.", "Waarde is hoger dan het maximum."},
	"minLength":           {"The value is too short.", "Waarde is korter dan de minimale lengte."},
	"maxLength":           {"The value is too long.", "Waarde is langer dan de maximale lengte."},
	"minItems":            {"There are too few values.", "Er zijn te weinig waarden opgegeven."},
	"maxItems":            {"There are too many values.", "Er zijn te veel waarden opgegeven."},
	"pattern":             {"The value does not match the pattern.", "Waarde voldoet niet aan het patroon."},
	"enum":                {"The value is not one of the allowed values.", "Waarde heeft geen geldige waarde uit de enumeratie."},
	"table":               {"The value is not in the code table.", "Waarde komt niet voor in de tabel."},
	"format":              {"The value is not correct.", "Waarde is niet correct."},
	"unknownParam":        {"The parameter is not expected.", "Parameter is niet verwacht."},
	"unique":              {"The parameter is given more than once.", "De parameter is meer dan eens opgegeven."},
	"fields":              {"Part of the parameter value is not correct: %s.", "Deel van de parameterwaarde is niet correct: %s."},
	"expand":              {"Part of the parameter value is not correct: %s.", "Deel van de parameterwaarde is niet correct: %s."},
	"sort":                {"Part of the parameter value is not correct: %s.", "Deel van de parameterwaarde is niet correct: %s."},
	"page":                {"The page does not exist.", "De opgegeven pagina bestaat niet."},
	"cursor":              {"The cursor is not valid here.", "De cursor is hier niet geldig."},
	"wildcard":            {"The wildcard is not allowed like this.", "Verkeerde wildcardkarakters of combinatie."},
	"notAllowedCharacter": {"The value has a character that is not allowed.", "Waarde bevat een niet toegestaan karakter."},
	"unsupportedCombi":    {"The parameter can't be combined with another one.", "De parameter kan niet gecombineerd worden met een andere."},
	"audience":            {"The parameter is reserved to an audience.", "De parameter is voorbehouden aan een doelgroep."},
}

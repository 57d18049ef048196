package query

import (
	"errors"
	"strconv"
	"strings"
)

const (
	// MaxBytes is the length of the longest query that is read.
	MaxBytes = 8 << 10
	// MaxParams is the number of parameters that one query may have.
	MaxParams = 100
)

// A Param is one parameter of a query. All its strings are parts of the query unless they had to be decoded.
type Param struct {
	Name    string // decoded
	Value   string // decoded
	RawName string // as sent
	Raw     string // the value as sent: where "," separates and "%2C" does not, it is the one to read
	// Alias is the decoded name as sent, where whoever reads the parameters has put another one into Name.
	Alias string
}

// Sent is the decoded name that the parameter was sent with.
func (p *Param) Sent() string {
	if p.Alias != "" {
		return p.Alias
	}
	return p.Name
}

// Params are the parameters of one query. The zero value is ready for use; reusing one for the next query spares the
// allocation of its list. It is not safe for concurrent use.
type Params struct {
	// List holds the parameters in the order of the query, those with a mistake left out. It is overwritten by the next
	// Parse, the strings in it are not.
	List []Param
}

// Parse reads a query as it stands in the request line, without its question mark: name=value pairs between ampersands,
// "+" or "%20" for a space. A name alone has an empty value; nothing between two ampersands is skipped.
//
// The mistakes, all reported at once, are percent-encoding that is broken, bytes that are not UTF-8, control characters
// (C0, DEL and C1, encoded or not), a parameter without a name, and a semicolon that is not written "%3B": half the world's
// parsers separate parameters by it. A query of more than [MaxBytes] bytes or [MaxParams] parameters is not read at all or
// not further.
func (p *Params) Parse(rawQuery string) error {
	clear(p.List)
	p.List = p.List[:0]
	if len(rawQuery) > MaxBytes {
		return &Error{
			Code:   CodeMaxLength,
			Limit:  strconv.Itoa(MaxBytes),
			Detail: "the query is " + strconv.Itoa(len(rawQuery)) + " bytes long, want at most " + strconv.Itoa(MaxBytes),
		}
	}
	var mistakes []error
	for count := 0; rawQuery != ""; {
		var pair string
		pair, rawQuery, _ = strings.Cut(rawQuery, "&")
		if pair == "" {
			continue
		}
		if count++; count > MaxParams {
			mistakes = append(mistakes, &Error{
				Code:   CodeMaxItems,
				Limit:  strconv.Itoa(MaxParams),
				Detail: "the query has more than " + strconv.Itoa(MaxParams) + " parameters",
			})
			break
		}
		param, mistake := parsePair(pair)
		if mistake != nil {
			mistakes = append(mistakes, mistake)
			continue
		}
		p.List = append(p.List, param)
	}
	return join(mistakes)
}

// join is errors.Join, but a single mistake stays itself.
func join(mistakes []error) error {
	if len(mistakes) == 1 {
		return mistakes[0]
	}
	return errors.Join(mistakes...)
}

// Get returns the first parameter of that name, and how many there are.
func (p *Params) Get(name string) (first Param, count int) {
	for i := range p.List {
		if p.List[i].Name == name {
			if count == 0 {
				first = p.List[i]
			}
			count++
		}
	}
	return first, count
}

// parsePair decodes name and value.
func parsePair(pair string) (Param, *Error) {
	var p Param
	p.RawName, p.Raw, _ = strings.Cut(pair, "=")
	var mistake *Error
	if p.Name, mistake = decode(p.RawName); mistake != nil {
		mistake.Param = printable(p.RawName)
		mistake.Detail = "in the name of the parameter, " + mistake.Detail
		return p, mistake
	}
	if p.Name == "" {
		return p, &Error{Code: CodeMinLength, Value: shorten(printable(p.Raw)), Limit: "1", Detail: "a parameter without a name, want name=value"}
	}
	if p.Value, mistake = decode(p.Raw); mistake != nil {
		mistake.Param = p.Name
		return p, mistake
	}
	return p, nil
}

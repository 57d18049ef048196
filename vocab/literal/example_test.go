package literal_test

import (
	"encoding/json"
	"fmt"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

func Example() {
	type Event struct {
		Name  literal.LangString `json:"name"`
		Start literal.Date       `json:"startDate"`
		End   literal.Date       `json:"endDate,omitzero"`
		Fee   literal.Decimal    `json:"fee"`
	}
	start, err := literal.ParseDate("2026-05-20")
	if err != nil {
		fmt.Println(err)
	}
	event := Event{Name: literal.LangString{{"nl", "Gopherdag"}, {"en", "Gopher day"}}, Start: start, Fee: "10.50"}
	data, err := json.Marshal(event)
	fmt.Println(string(data), err)
	// Output: {"name":{"en":"Gopher day","nl":"Gopherdag"},"startDate":"2026-05-20","fee":"10.50"} <nil>
}

func ExampleCheckLexical() {
	fmt.Println(literal.CheckLexical(vocab.XSDByte, "300"))
	fmt.Println(literal.CheckLexical(vocab.XSDDate, "2026-02-29"))
	fmt.Println(literal.CheckLexical(vocab.XSDDuration, "P1Y6M"))
	// Output:
	// "300" is not an xsd:byte: it must be 127 or less
	// "2026-02-29" is not an xsd:date: month 02 of 2026 has 28 days
	// <nil>
}

func ExampleCompare() {
	fmt.Println(literal.Compare(vocab.XSDInteger, "10", vocab.XSDDecimal, "9.5"))
	fmt.Println(literal.Compare(vocab.XSDDateTime, "2026-05-20T08:30:00Z", vocab.XSDDateTime, "2026-05-20T08:30:00"))
	// Output:
	// 1 true
	// 0 false
}

func ExampleLangString_Lookup() {
	title := literal.LangString{{"en", "Events"}, {"nl", "Evenementen"}}
	best, ok := title.Lookup("nl-BE", "fr")
	fmt.Println(best.Value, ok)
	// Output: Evenementen true
}

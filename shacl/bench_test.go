package shacl_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/shacl"
)

// BenchmarkValidate measures the validation of an event of twelve properties with two nested nodes.
func BenchmarkValidate(b *testing.B) {
	validator, err := shacl.NewValidator[Event](eventSchema(b))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("record=valid", func(b *testing.B) {
		event := validEvent(b)
		b.ReportAllocs()
		for b.Loop() {
			if validator.Validate(event) != nil {
				b.Fatal("the event does not conform")
			}
		}
	})
	b.Run("record=four-faults", func(b *testing.B) {
		event := validEvent(b)
		event.Name, event.Code, event.Capacity, event.Location.Address.PostalCode = "", "gop", -1, "9"
		b.ReportAllocs()
		for b.Loop() {
			if report := validator.Validate(event); len(report.Results()) != 4 {
				b.Fatal(report)
			}
		}
	})
}

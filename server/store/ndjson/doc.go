// Package ndjson reads records from newline-delimited JSON: one JSON object a line, in the keys of a declared class.
//
//	reader, err := ndjson.NewReader(Events)
//	summary, err := reader.Load(ctx, file, events.Put, func(r *ndjson.RejectionError) { log.Print(r) })
//	fmt.Println(summary) // 6008 loaded, 3 rejected
//
// What comes in is untrusted text; what goes out are values that conform to the class's shapes, or a [*RejectionError] for
// each line that is none, with its number and every reason. One bad line costs that line only.
//
// Reading is strict, where encoding/json guesses: a key that the class doesn't have (also one that differs in case only), a
// key that stands twice, null in a list, a value of the wrong type, text behind the object, invalid UTF-8 and half a
// surrogate pair are reasons to reject a line. A key whose value is null is absent. Lines are bounded, blank lines are passed
// over, and a byte order mark at the start of the file is ignored.
//
// The package knows no store and no HTTP. It does not write.
package ndjson

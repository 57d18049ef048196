package jsonld

import "time"

// Limits bounds what a [Processor] accepts and does. A field that is 0 means its default, which is meant for the body of a
// request; [OwnLimits] is for documents of our own. All of it is checked before the JSON-LD library sees the document, but
// for Deadline and for the number of loads that a chain of contexts may cause (Contexts plus the number of registered ones).
type Limits struct {
	// Size is the length of a document in bytes; 0 means 1 MiB.
	Size int
	// Depth is how deep objects and arrays may be nested; 0 means 64.
	Depth int
	// Values is the number of values of any kind, objects and arrays included; 0 means 10,000.
	Values int
	// String is the length of one string in bytes, names included; 0 means 64 KiB.
	String int
	// Contexts is the number of contexts in a document: every entry of every @context; 0 means 8.
	Contexts int
	// ContextDepth is how many @context members may lie inside each other, on nodes or in scoped contexts; 0 means 4.
	ContextDepth int
	// Terms is the number of terms that the contexts inside a document define; 0 means 256.
	Terms int
	// Deadline is how long one call may take; 0 means 50 ms. A deadline of the caller's context counts too.
	Deadline time.Duration
}

// OwnLimits returns limits for documents that we wrote ourselves, and for tests: they stop runaways, nothing else.
func OwnLimits() Limits {
	return Limits{
		Size:         256 << 20,
		Depth:        1000,
		Values:       20_000_000,
		String:       64 << 20,
		Contexts:     100_000,
		ContextDepth: 64,
		Terms:        1_000_000,
		Deadline:     2 * time.Minute,
	}
}

func (l Limits) withDefaults() Limits {
	orElse := func(field *int, value int) {
		if *field <= 0 {
			*field = value
		}
	}
	orElse(&l.Size, 1<<20)
	orElse(&l.Depth, 64)
	orElse(&l.Values, 10_000)
	orElse(&l.String, 64<<10)
	orElse(&l.Contexts, 8)
	orElse(&l.ContextDepth, 4)
	orElse(&l.Terms, 256)
	if l.Deadline <= 0 {
		l.Deadline = 50 * time.Millisecond
	}
	return l
}

package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/hydrant-ld/hydrant/internal/catalogue"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

func main() {
	short := flag.Bool("short", false, "a few rounds only")
	datasets := flag.Int("datasets", 1000, "size of the catalogue")
	flag.Parse()
	rounds := 15
	if *short {
		rounds = 2
	}
	if err := run(*datasets, rounds); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(datasets, rounds int) error {
	triples := slices.Collect(catalogue.Triples(datasets))
	var turtle, ntriples bytes.Buffer
	if err := rdf.WriteTurtle(&turtle, triples, vocab.StandardPrefixes()); err != nil {
		return err
	}
	if err := rdf.WriteNTriples(&ntriples, triples); err != nil {
		return err
	}
	fmt.Printf("a catalogue of %d data sets, %d statements: %d KiB of Turtle, %d KiB of N-Triples\n\n",
		datasets, len(triples), turtle.Len()>>10, ntriples.Len()>>10)
	compare("Turtle", turtle.Bytes(), len(triples), rounds, func(c contender) reader { return c.turtle })
	compare("N-Triples", ntriples.Bytes(), len(triples), rounds, func(c contender) reader { return c.ntriples })
	return nil
}

type reader = func(document []byte) (int, error)

// compare prints a table for one syntax. A contender that does not read the document says why in place of figures.
func compare(syntax string, document []byte, statements, rounds int, readerOf func(contender) reader) {
	fmt.Printf("%-26s %22s %8s %18s\n", syntax, "triples/s of CPU time", "ratio", "allocations/triple")
	type entrant struct {
		name   string
		read   reader
		allocs float64
		times  []time.Duration
	}
	var entrants []*entrant
	for _, c := range contenders() {
		e := &entrant{name: c.name, read: readerOf(c)}
		if e.read == nil {
			continue
		}
		before := mallocs()
		n, err := e.read(document)
		e.allocs = float64(mallocs()-before) / float64(statements)
		if err != nil || n != statements {
			fmt.Printf("%-26s read %d statements of %d: %v\n", e.name, n, statements, err)
			continue
		}
		entrants = append(entrants, e)
	}
	for range rounds {
		for _, e := range entrants {
			runtime.GC()
			start := cpu()
			_, _ = e.read(document)
			e.times = append(e.times, cpu()-start)
		}
	}
	for _, e := range entrants {
		ratios := make([]float64, rounds)
		for i := range ratios {
			ratios[i] = float64(e.times[i]) / float64(entrants[0].times[i])
		}
		fmt.Printf("%-26s %22.0f %8.1f %18.1f\n", e.name, float64(statements)/median(e.times).Seconds(), median(ratios), e.allocs)
	}
	fmt.Println()
}

func median[T time.Duration | float64](all []T) T {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

func mallocs() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Mallocs
}

// cpu is the CPU time of the process, garbage collection included.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

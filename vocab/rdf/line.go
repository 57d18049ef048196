package rdf

import (
	"bytes"
	"errors"
	"io"
)

// lineReader yields the lines of a document, of which it holds one at a time. A line ends with LF, CR or CR LF.
type lineReader struct {
	r     io.Reader
	limit int
	// total is the largest number of bytes in all, 0 for any; got is how many there were, over that there were more.
	total, got int
	over       bool
	buf        []byte
	start, end int
	number     int
	afterCR    bool
	err        error
}

const (
	firstBuffer = 4096
	// idleReads is how many reads may return nothing and no error before the reader is called broken.
	idleReads = 100
)

// next returns the next line without its end, valid until the next call, or io.EOF.
func (l *lineReader) next() ([]byte, error) {
	searched := l.start
	for {
		if l.afterCR && l.start < l.end {
			l.afterCR = false
			if l.buf[l.start] == '\n' {
				l.start++
				searched = l.start
			}
		}
		if i := bytes.IndexAny(l.buf[searched:l.end], "\r\n"); i >= 0 {
			line := l.buf[l.start : searched+i]
			if len(line) > l.limit {
				return nil, l.tooLong()
			}
			l.afterCR = l.buf[searched+i] == '\r'
			l.start = searched + i + 1
			return l.found(line), nil
		}
		if l.end-l.start > l.limit {
			return nil, l.tooLong()
		}
		if l.over {
			return nil, &LimitError{What: "bytes in a document", Limit: l.total, Line: l.number + 1}
		}
		if l.err != nil {
			if errors.Is(l.err, io.EOF) && l.start < l.end {
				line := l.buf[l.start:l.end]
				l.start = l.end
				return l.found(line), nil
			}
			return nil, l.err
		}
		searched = l.fill()
	}
}

func (l *lineReader) tooLong() error {
	return &LimitError{What: "bytes in a line", Limit: l.limit, Line: l.number + 1}
}

func (l *lineReader) found(line []byte) []byte {
	l.number++
	if l.number == 1 {
		line = bytes.TrimPrefix(line, []byte("\uFEFF"))
	}
	return line
}

// fill reads more and returns the offset of what is new.
func (l *lineReader) fill() int {
	l.end = copy(l.buf, l.buf[l.start:l.end])
	l.start = 0
	if l.end == len(l.buf) {
		grown := make([]byte, max(firstBuffer, 2*len(l.buf)))
		copy(grown, l.buf)
		l.buf = grown
	}
	searched := l.end
	for range idleReads {
		n, err := l.r.Read(l.buf[l.end:])
		l.end += n
		l.err = err
		if l.got += n; l.total > 0 && l.got > l.total {
			l.end -= l.got - l.total
			l.over = true
			return searched
		}
		if n > 0 || err != nil {
			return searched
		}
	}
	l.err = io.ErrNoProgress
	return searched
}

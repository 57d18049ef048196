package ndjson

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// lineReader reads lines of bounded length.
type lineReader struct {
	source *bufio.Reader
	limit  int
	line   []byte
	number int
}

func newLineReader(r io.Reader, limit int) *lineReader {
	return &lineReader{source: bufio.NewReaderSize(r, 64<<10), limit: limit}
}

// next returns the next line without its end, or nil and true when it is longer than the limit: it is passed over then. The
// line is valid until the next call. The error is io.EOF after the last line, or what the source returned.
func (l *lineReader) next() (line []byte, tooLong bool, err error) {
	l.line = l.line[:0]
	l.number++
	for {
		part, err := l.source.ReadSlice('\n')
		if !tooLong {
			l.line = append(l.line, part...)
		}
		// The end of the line may add two bytes to the limit.
		if tooLong = tooLong || len(l.line) > l.limit+2; tooLong {
			l.line = l.line[:0]
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (len(l.line) > 0 || tooLong):
			err = nil
		}
		if err != nil {
			return nil, false, err
		}
		break
	}
	if tooLong {
		return nil, true, nil
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(l.line, []byte("\n")), []byte("\r"))
	if l.number == 1 {
		line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	}
	return line, len(line) > l.limit, nil
}

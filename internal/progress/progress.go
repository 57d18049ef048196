// Package progress shows the person at a terminal how much of a file has been read. Where nobody looks – in a pipe, in a log –
// it shows nothing.
package progress

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Reader is a source that shows how much of it has been read.
type Reader struct {
	io.Reader
	stderr io.Writer
	bar    *progressbar.ProgressBar
}

// pace is how long a bar stays as it is, at least.
const pace = 100 * time.Millisecond

// NewReader shows a bar with a title when stderr is a terminal. The source is read through the result, which does not close
// it.
func NewReader(source io.Reader, stderr io.Writer, title string) *Reader {
	r := &Reader{Reader: source, stderr: stderr}
	if !isTerminal(stderr) {
		return r
	}
	size := int64(-1) // unknown: a spinner
	if file, ok := source.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	r.bar = progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(stderr), progressbar.OptionSetDescription(title),
		progressbar.OptionShowBytes(true), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(pace),
	)
	reader := progressbar.NewReader(source, r.bar)
	r.Reader = &reader
	return r
}

// Say writes a line above the bar, which is written without one, too.
func (r *Reader) Say(format string, args ...any) {
	if r.bar != nil {
		_ = r.bar.Clear() // a bar that can't be cleared is only ugly
	}
	_, _ = fmt.Fprintf(r.stderr, format+"\n", args...)
}

// Finish removes the bar.
func (r *Reader) Finish() error {
	if r.bar == nil {
		return nil
	}
	return r.bar.Finish()
}

// Note shows a text on a terminal until the function that it returns is called.
func Note(stderr io.Writer, format string, args ...any) (remove func()) {
	if !isTerminal(stderr) {
		return func() {}
	}
	_, _ = fmt.Fprintf(stderr, format, args...)
	return func() { _, _ = io.WriteString(stderr, "\r\x1b[K") }
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

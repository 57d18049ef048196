package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a source that shows how much of it has been read, when somebody looks.
type progress struct {
	io.Reader
	stderr io.Writer
	bar    *progressbar.ProgressBar
}

// newProgress shows a bar when stderr is a terminal.
func newProgress(source io.Reader, stderr io.Writer, title string) *progress {
	p := &progress{Reader: source, stderr: stderr}
	terminal, ok := stderr.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		return p
	}
	size := int64(-1) // unknown: a spinner
	if file, ok := source.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	p.bar = progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(stderr), progressbar.OptionSetDescription(title),
		progressbar.OptionShowBytes(true), progressbar.OptionClearOnFinish(),
	)
	reader := progressbar.NewReader(source, p.bar)
	p.Reader = &reader
	return p
}

// say writes a line above the bar.
func (p *progress) say(format string, args ...any) {
	if p.bar != nil {
		_ = p.bar.Clear() // a bar that can't be cleared is only ugly
	}
	_, _ = fmt.Fprintf(p.stderr, format+"\n", args...)
}

// finish removes the bar.
func (p *progress) finish() error {
	if p.bar == nil {
		return nil
	}
	return p.bar.Finish()
}

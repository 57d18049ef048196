package progress_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/internal/progress"
)

func TestNothingIsShownWhereNobodyLooks(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/stderr")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var buffer bytes.Buffer
	for name, stderr := range map[string]io.Writer{"a buffer": &buffer, "a file": file} {
		r := progress.NewReader(strings.NewReader("what is read"), stderr, "Reading")
		remove := progress.Note(stderr, "Thinking about %s", name)
		text, err := io.ReadAll(r)
		remove()
		if string(text) != "what is read" || err != nil || r.Finish() != nil {
			t.Errorf("%s: read %q, %v", name, text, err)
		}
	}
	if info, err := file.Stat(); err != nil || info.Size() > 0 || buffer.Len() > 0 {
		t.Errorf("shown: %q and %d bytes, %v", buffer.String(), info.Size(), err)
	}
}

func TestSayWritesALine(t *testing.T) {
	var b bytes.Buffer
	progress.NewReader(strings.NewReader(""), &b, "Reading").Say("line %d is odd", 3)
	if b.String() != "line 3 is odd\n" {
		t.Errorf("said %q", b.String())
	}
}

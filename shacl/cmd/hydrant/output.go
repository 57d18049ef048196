package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// writeOutput writes to a file, compressed when its name says so, or to stdout when it has no name. A file is there when it is
// complete, and otherwise as it was before.
func writeOutput(ctx context.Context, s streams, file string, write func(io.Writer) error) error {
	if file == "" || file == stdinName {
		return writeBuffered(s.out, write)
	}
	if strings.HasSuffix(file, compressed) {
		plain := write
		write = func(w io.Writer) error {
			zip := gzip.NewWriter(w)
			return errors.Join(plain(zip), zip.Close())
		}
	}
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return replace(ctx, file, nil, write)
	case err != nil:
		return err
	case info.Mode().IsRegular():
		return replace(ctx, file, info, write)
	default: // such as /dev/null or a pipe
		device, err := os.OpenFile(file, os.O_WRONLY, 0) //nolint:gosec // the person at the keyboard names it
		if err != nil {
			return err
		}
		return errors.Join(writeBuffered(device, write), device.Close())
	}
}

// replace writes beside a file and puts the result into its place, with the permissions that the file has if there is one.
func replace(ctx context.Context, file string, before fs.FileInfo, write func(io.Writer) error) error {
	name := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+"."+strconv.FormatUint(rand.Uint64(), 36)) //nolint:gosec // a name, no secret
	const asUsual = 0o666                                                                                        // less the umask
	temporary, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, asUsual)                              //nolint:gosec // as other programs do
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			err = e.Err // which says nothing of a name that nobody knows
		}
		return fmt.Errorf("-o %s: %w", file, err)
	}
	// Whoever interrupts may not wait until we come to an end.
	stop := context.AfterFunc(ctx, func() { _ = os.Remove(name) })
	if before != nil {
		err = temporary.Chmod(before.Mode().Perm())
	}
	if err == nil {
		err = writeBuffered(temporary, write)
	}
	err = errors.Join(err, temporary.Close())
	if !stop() {
		_ = os.Remove(name) // it may be gone already
		return context.Cause(ctx)
	}
	if err == nil {
		err = os.Rename(name, file)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

func writeBuffered(w io.Writer, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	if err := write(buffered); err != nil {
		_ = buffered.Flush() // of what is there so far; an error would be the same again
		return err
	}
	return buffered.Flush()
}

package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// writeOutput writes to a file, or to stdout when it has no name. A file is there when it is complete, and otherwise as it was
// before.
func writeOutput(s streams, file string, write func(io.Writer) error) (err error) {
	if file == "" || file == stdinName {
		buffered := bufio.NewWriterSize(s.out, 64<<10)
		return errors.Join(write(buffered), buffered.Flush())
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return writeDevice(file, write)
	}
	temporary, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temporary.Name()))
		}
	}()
	buffered := bufio.NewWriterSize(temporary, 64<<10)
	if err := errors.Join(write(buffered), buffered.Flush(), temporary.Chmod(0o644), temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), file)
}

// writeDevice writes to what is no regular file, such as /dev/null or a pipe.
func writeDevice(file string, write func(io.Writer) error) error {
	device, err := os.OpenFile(file, os.O_WRONLY, 0) //nolint:gosec // the person at the keyboard names it
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(device, 64<<10)
	return errors.Join(write(buffered), buffered.Flush(), device.Close())
}

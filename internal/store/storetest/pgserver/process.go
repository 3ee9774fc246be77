package pgserver

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// errEnded says that the server ended before it answered.
var errEnded = errors.New("it ended at once")

// process is the server's first process.
type process struct {
	cmd   *exec.Cmd
	ended chan struct{}
}

// launch starts a program as the account, with its words in the log file. It dies with this process.
func launch(a account, log, program string, args ...string) (*process, error) {
	out, err := os.Create(log)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = "/", out, out, a.attributes()
	cmd.SysProcAttr.Pdeathsig = syscall.SIGQUIT
	p := &process{cmd: cmd, ended: make(chan struct{})}
	started := make(chan error)
	go p.run(started)
	return p, <-started
}

// run keeps its thread as long as the server lives: Linux sends the signal of the parent's death
// when the thread that started the child ends.
func (p *process) run(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := p.cmd.Start()
	started <- err
	if err == nil {
		_ = p.cmd.Wait() // how it ended says nothing that the log does not say better
	}
	close(p.ended)
}

// stop asks the server to end now and to close its connections; after 10 s it is killed.
func (p *process) stop() {
	_ = p.cmd.Process.Signal(syscall.SIGINT)
	select {
	case <-p.ended:
	case <-time.After(10 * time.Second):
		p.kill()
	}
}

func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// killAll kills the server and its children: they live in sessions of their own and would
// otherwise finish what they are doing. The stop before it keeps new ones from being born.
func (p *process) killAll() {
	_ = p.cmd.Process.Signal(syscall.SIGSTOP)
	for _, child := range p.children() {
		_ = syscall.Kill(child, syscall.SIGKILL)
	}
	p.kill()
}

func (p *process) children() []int {
	pid := p.cmd.Process.Pid
	list, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	if err != nil {
		return nil
	}
	var pids []int
	for word := range strings.FieldsSeq(string(list)) {
		if pid, err := strconv.Atoi(word); err == nil {
			pids = append(pids, pid)
		}
	}
	return pids
}

package pgserver

// settings hold for every server. The server is small, hears only its socket, and keeps what a
// statement says out of its log: the default writes the text of a failing statement (security 2.9).
var settings = []string{
	"listen_addresses=",
	"max_connections=200",
	"shared_buffers=32MB",
	"timezone=UTC",
	"log_statement=none",
	"log_min_error_statement=panic",
	"log_parameter_max_length=0",
	"log_parameter_max_length_on_error=0",
	"log_error_verbosity=terse",
}

// promises holds what each kind adds.
var promises = map[Kind][]string{
	Quick:   {"fsync=off", "full_page_writes=off", "max_wal_size=64MB"},
	Lasting: {"fsync=on", "full_page_writes=on", "synchronous_commit=on"},
}

func (s *Server) arguments() []string {
	args := []string{"-D", s.data(), "-k", s.folder.path, "-p", port}
	for _, setting := range append(settings[:len(settings):len(settings)], promises[s.kind]...) {
		args = append(args, "-c", setting)
	}
	return args
}

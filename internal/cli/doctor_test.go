package cli_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"beraad.eu/internal/cli"
	"beraad.eu/internal/store/storetest"
)

// clinic is a fresh installation that is looked at by the doctor.
type clinic struct {
	t      *testing.T
	folder string
	config string
	dsn    string // of PostgreSQL; "" for the embedded database
}

func run(t *testing.T, args ...string) (out string, code int) {
	t.Helper()
	var both bytes.Buffer
	code = cli.Main(args, strings.NewReader(""), &both, &both)
	return both.String(), code
}

func newClinic(t *testing.T, dsn string) *clinic {
	t.Helper()
	cli.Hurry()
	c := &clinic{t: t, folder: t.TempDir(), dsn: dsn}
	c.config = c.path("beraad.toml")
	args := []string{"init", "--practice", "--origin", "http://localhost:8080", "--name", "X", "--town", "Demerrode:flanders", "--police-zone", "Z",
		"--founder", "A", "--mail", "a@b.example", "--config", c.config, "--data", c.path("data"), "--keys", c.path("keys"), "--second-keys", c.path("usb")}
	if dsn != "" {
		c.write("address", dsn)
		args = append(args, "--database", c.path("address"))
	}
	if out, code := run(t, args...); code != 0 {
		t.Fatal(out)
	}
	return c
}

// clinics are a fresh installation on each engine.
func clinics(t *testing.T, f func(t *testing.T, c *clinic)) {
	t.Run("sqlite", func(t *testing.T) { f(t, newClinic(t, "")) })
	t.Run("postgres", func(t *testing.T) { f(t, newClinic(t, storetest.Postgres(t))) })
}

func (c *clinic) path(name string) string { return filepath.Join(c.folder, name) }

func (c *clinic) write(name, text string) {
	c.t.Helper()
	c.must(os.WriteFile(c.path(name), []byte(text), 0o600))
}

func (c *clinic) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// change changes the configuration.
func (c *clinic) change(f func(*cli.Config)) {
	c.t.Helper()
	var have cli.Config
	_, err := toml.DecodeFile(c.config, &have)
	c.must(err)
	f(&have)
	var b bytes.Buffer
	c.must(toml.NewEncoder(&b).Encode(have))
	c.write("beraad.toml", b.String())
}

// open is somebody else's connection to the database.
func (c *clinic) open() *sql.DB {
	c.t.Helper()
	db, err := sql.Open("sqlite", "file:"+c.path("data/beraad.db"))
	if c.dsn != "" {
		db, err = sql.Open("pgx", c.dsn)
	}
	c.must(err)
	db.SetMaxOpenConns(1)
	c.t.Cleanup(func() { _ = db.Close() })
	return db
}

func (c *clinic) exec(db *sql.DB, q string) {
	c.t.Helper()
	_, err := db.Exec(q)
	c.must(err)
}

// says fails the test unless the doctor finds this, in this light, and says what to do about it.
func (c *clinic) says(light, what, do string) {
	c.t.Helper()
	out, code := run(c.t, "doctor", "--config", c.config)
	if want := map[string]int{"red": 1}[light]; code != want && code != 1 {
		c.t.Errorf("the doctor ends with %d:\n%s", code, out)
	}
	if !regexp.MustCompile(`(?m)^` + light + ` +.*` + what + `.*\n +-> .*` + do).MatchString(out) {
		c.t.Errorf("the doctor does not say %s %q and %q:\n%s", light, what, do, out)
	}
}

func containsLine(out, pattern string) bool {
	return regexp.MustCompile(`(?m)^` + pattern).MatchString(out)
}

// healthy fails the test when the doctor finds anything red but the list that a fresh installation lacks.
func (c *clinic) healthy() {
	c.t.Helper()
	out, _ := run(c.t, "doctor", "--config", c.config)
	for _, line := range strings.Split(out, "\n") {
		if strings.HasPrefix(line, "red") && !strings.Contains(line, "the list is not made yet") {
			c.t.Errorf("a healthy installation is said to be ill: %s", line)
		}
	}
	if !strings.Contains(out, "the log can be written") {
		c.t.Errorf("nobody tried the log:\n%s", out)
	}
}

func TestDoctorSaysThatTheDatabaseIsLocked(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		c.healthy()
		other, err := c.open().Conn(t.Context())
		c.must(err)
		defer other.Close()
		begin := "BEGIN EXCLUSIVE"
		if c.dsn != "" {
			begin = "BEGIN; LOCK TABLE log_head IN ACCESS EXCLUSIVE MODE"
		}
		_, err = other.ExecContext(t.Context(), begin)
		c.must(err)
		c.says("red", "locked by somebody else", "find who holds")
		_, err = other.ExecContext(t.Context(), "ROLLBACK")
		c.must(err)
		c.healthy()
	})
}

func TestDoctorSaysThatTheDatabaseIsGone(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		c := newClinic(t, "")
		c.must(os.Rename(c.path("data/beraad.db"), c.path("elsewhere")))
		c.says("red", "there is no database", "look for beraad.db")
		c.must(os.WriteFile(c.path("data/beraad.db"), []byte("this is no database, whatever its name says"), 0o600))
		c.says("red", "the file of the database is damaged", "put the newest copy in its place")
	})
	t.Run("postgres", func(t *testing.T) {
		c := newClinic(t, storetest.Postgres(t))
		c.write("address", "postgres:///x?host="+c.folder+"&user=nobody")
		c.says("red", "the database does not answer", "start the database server")
		c.write("address", strings.Replace(c.dsn, "user=beraad", "user=stranger", 1))
		c.says("red", "the database does not let us in", "user and password")
		c.must(os.Remove(c.path("address")))
		c.says("red", "read a secret", "address")
	})
}

func TestDoctorSaysThatTheDatabaseMayOnlyBeRead(t *testing.T) {
	c := newClinic(t, storetest.Postgres(t))
	other := c.open()
	var name string
	c.must(other.QueryRow("SELECT current_database()").Scan(&name))
	c.exec(other, `ALTER DATABASE `+name+` SET default_transaction_read_only = on`)
	c.says("red", "can be read and not written", "give this user the right to write")
	c.exec(other, `SET default_transaction_read_only = off`)
	c.exec(other, `ALTER DATABASE `+name+` RESET default_transaction_read_only`)
	c.healthy()
}

func TestDoctorSaysThatTheSchemaIsOlderOrNewer(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		other := c.open()
		c.exec(other, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, TRUE)`)
		c.says("red", "has version 9999", "use a newer program")
		c.exec(other, `DELETE FROM goose_db_version WHERE version_id > 1`)
		c.says("red", "has version 1 and this program needs", "beraad migrate")
	})
}

func TestDoctorSaysHowMuchRoomThereIs(t *testing.T) {
	for free, want := range map[uint64]string{100 << 20: "red", 500 << 20: "amber", 5 << 30: "green"} {
		if light, what := cli.Room(free); light != want || !strings.Contains(what, "MiB free") {
			t.Errorf("%d bytes: %s, %s", free, light, what)
		}
	}
	out, _ := run(t, "doctor", "--config", newClinic(t, "").config)
	if !strings.Contains(out, "MiB free") {
		t.Errorf("nobody looked at the disk:\n%s", out)
	}
}

func TestDoctorSaysThatTheClockIsBehind(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		c.exec(c.open(), `UPDATE installation SET clock_offset = -86400000000`)
		c.says("red", "the clock stands at", "set the clock of this machine right")
	})
}

func TestDoctorSaysThatTheLogIsNotWhole(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		other := c.open()
		c.exec(other, `DELETE FROM log_leaf WHERE livc <> '0' AND idx = (SELECT max(idx) FROM log_leaf WHERE livc <> '0')`)
		c.says("red", "does not end where its head says", "beraad verify")
	})
}

func TestDoctorKnowsItsOwnCheckpoints(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		h := c.house()
		ids, err := h.DB.LivcRs(t.Context())
		c.must(err)
		c.must(h.Gate.SignCheckpoint(t.Context(), ids[0]))
		c.must(h.Close())
		if out, _ := run(t, "doctor", "--config", c.config); !strings.Contains(out, "the last checkpoint is signed here and fits the log") {
			t.Error(out)
		}
		c.exec(c.open(), `UPDATE log_head SET frontier = (SELECT frontier FROM log_head WHERE livc = '0'), size = 1 WHERE livc <> '0'`)
		c.says("red", "does not fit its last checkpoint", "beraad verify")
		other := newClinic(t, "")
		for _, folder := range []string{"keys/node", "usb/node"} {
			c.must(os.Remove(c.path(folder)))
			c.must(os.Rename(other.path(folder), c.path(folder)))
		}
		c.says("red", "is not signed with the node key that stands here", "put the node key back")
	})
}

// house opens the installation as serve does.
func (c *clinic) house() *cli.House {
	c.t.Helper()
	var conf cli.Config
	_, err := toml.DecodeFile(c.config, &conf)
	c.must(err)
	h, err := cli.OpenHouse(c.t.Context(), conf, cli.NewLog(&bytes.Buffer{}))
	c.must(err)
	return h
}

func TestDoctorLooksAtMail(t *testing.T) {
	c := newClinic(t, "")
	c.change(func(f *cli.Config) { f.Mail = cli.Mail{Host: "127.0.0.1", Port: 1, From: "a@b.example"} })
	c.says("amber", "the mail server does not answer", "127.0.0.1:1")
	c.change(func(f *cli.Config) { f.Mail.PasswordFile = c.path("nowhere") })
	c.says("red", "mail: read a secret", "nowhere")
	c.change(func(f *cli.Config) { f.Practice, f.Mail, f.Origin = false, cli.Mail{}, "https://localhost" })
	c.says("amber", "no mail server is set", "beraad mail")
}

func TestDoctorLooksWhereTheKeysLie(t *testing.T) {
	c := newClinic(t, "")
	c.must(os.Rename(c.path("keys"), c.path("data/hidden")))
	c.must(os.Symlink(c.path("data/hidden"), c.path("keys")))
	c.says("red", "the keys lie in the data folder", "move .*keys elsewhere")
	c.change(func(f *cli.Config) { f.Keys = c.path("data/hidden") })
	c.says("red", "configuration: the keys stand in the data folder", "mend .*beraad.toml")
	c.change(func(f *cli.Config) { f.Keys, f.SecondKeys = c.path("keys"), "" })
	c.says("red", "the keys stand in one place only", "second_keys")
	c.must(os.Remove(c.path("keys/service")))
	c.says("red", "keys: read key file.*no such file", "second place, and never make a new one")
	c.must(os.Chmod(c.path("keys/node"), 0o644))
	c.says("red", "keys: read key file node", "chmod 400")
}

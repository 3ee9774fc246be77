package discussion_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// twoTowns are two installations with a database each, and a case on the list of the first.
func twoTowns(t *testing.T, f func(t *testing.T, here, there *storetest.Town, c discussion.Case)) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		here, there := storetest.NewTown(t, db), storetest.NewTown(t, storetest.SQLite(t))
		f(t, here, there, storetest.ListedCase(here))
	})
}

// proves R4.1.4-a: a file made in one town opens in the other and nowhere else, and is a fresh referral there
func TestC4_AFileOpensInTheTownThatItWasMadeForAndNowhereElse(t *testing.T) {
	twoTowns(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		third := storetest.NewTown(t, storetest.SQLite(t))
		third.Address()
		here.Address()
		file := here.Sent(c, there.Address())
		t.Run("a list holder of another town opens nothing, and nothing is kept", func(t *testing.T) {
			before := len(third.Log())
			_, err := third.Referrals().ReceiveCase(third.Context(), third.Mayor, file)
			refused(t, err, livc.InvalidKind, "receive_case.other_town")
			_, err = here.Referrals().ReceiveCase(here.Context(), here.Mayor, file)
			refused(t, err, livc.InvalidKind, "receive_case.other_town")
			if len(third.Log()) != before || rowsOf(third, "referral")+rowsOf(third, "arrival")+rowsOf(here, "arrival") != 0 {
				t.Error("something was kept of a file that did not open")
			}
		})
		t.Run("who holds no list does not even learn that there is a way", func(t *testing.T) {
			nele := there.Person(there.Founder, there.Municipality.Organisation, livc.Coordinator, "Zonder Lijst")
			for _, by := range []deed.By{nele, there.Officer, there.CLB, there.DPO} {
				_, err := there.Referrals().ReceiveCase(there.Context(), by, file)
				refused(t, err, livc.NotFoundKind, "")
			}
		})
		var referral livc.ID
		t.Run("a list holder of the town it is for opens it once", func(t *testing.T) {
			var err error
			referral, err = there.Referrals().ReceiveCase(there.Context(), there.Coordinator, file)
			there.Must(err)
			_, err = there.Referrals().ReceiveCase(there.Context(), there.Mayor, file)
			refused(t, err, livc.InvalidKind, "receive_case.twice")
			if rowsOf(there, "referral") != 1 {
				t.Error("a file became two referrals")
			}
		})
		t.Run("it is a referral from a municipality, with every gate ahead and without history", func(t *testing.T) {
			d, err := there.Referrals().Desk(there.Context(), there.Mayor, referral)
			there.Must(err)
			r := d.Referral
			if r.Manner != discussion.FromMunicipality || r.State != livc.Received || r.Checked+r.Weighed+r.OfficerOn+r.Decided != "" || r.Case != "" || r.Ages != livc.Minor {
				t.Errorf("%+v", r)
			}
			if d.Told.Last.Reveal() != "Verbeke" || d.Told.BirthYear.Reveal() != "2010" || !d.Told.Town.Empty() || len(d.Told.Facts) != 0 || !d.Told.GoesWell.Empty() {
				t.Error("more or less came along than was chosen")
			}
			if !strings.HasPrefix(d.Told.Referrer.Reveal(), "stad Demerrode, Karim Haddad") {
				t.Errorf("who tells: %q", d.Told.Referrer.Reveal())
			}
			_, err = there.Referrals().DecideList(there.Context(), there.Mayor, discussion.DecideList{Referral: referral, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
			refused(t, err, livc.InvalidKind, "law.list.check_first")
			there.Propose(referral)
			_, err = there.Referrals().DecideList(there.Context(), there.Mayor, discussion.DecideList{Referral: referral, Verdict: discussion.OnList, Ground: livc.NewSecret("x")})
			there.Must(err)
		})
		here.Verify()
		there.Verify()
	})
}

func rowsOf(w *storetest.Town, table string) (n int) {
	w.T.Helper()
	w.Must(w.DB.Pools()[0].QueryRow(`SELECT count(*) FROM ` + table).Scan(&n))
	return n
}

// proves R4.1.4-a: the mayor decides what leaves; the case stays until the other town said the four words
func TestACaseIsSentByTheMayorAndStaysUntilTheFourWords(t *testing.T) {
	twoTowns(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		s, in := here.Referrals(), storetest.Sending(c, there.Address())
		t.Run("not the coordinator, not another, not a neighbouring mayor", func(t *testing.T) {
			for _, by := range []deed.By{here.Coordinator, here.Officer, here.CLB, here.DPO, here.Founder, here.Joint().Mayor} {
				file, err := s.SendCase(here.Context(), by, in)
				refused(t, err, livc.NotFoundKind, "")
				if file != nil {
					t.Error("a file was given")
				}
				_, err = s.MaySend(here.Context(), by, c.ID)
				refused(t, err, livc.NotFoundKind, "")
			}
		})
		t.Run("what is missing is said at its field", func(t *testing.T) {
			for key, change := range map[string]func(*discussion.SendCase){
				"send_case.no_address": func(in *discussion.SendCase) { in.To = "age1" },
				"send_case.other_kind": func(in *discussion.SendCase) { in.To = strings.Replace(in.To, "practice", "real", 1) },
				"send_case.compare":    func(in *discussion.SendCase) { in.Compared = false },
				"send_case.reason":     func(in *discussion.SendCase) { in.Reason = livc.Secret{} },
				"send_case.contact":    func(in *discussion.SendCase) { in.Contact = livc.Secret{} },
				"send_case.follow":     func(in *discussion.SendCase) { in.Follow = "nobody" },
				"error.too_long":       func(in *discussion.SendCase) { in.Reason = livc.NewSecret(strings.Repeat("x", discussion.MaxReason+1)) },
			} {
				other := in
				change(&other)
				_, err := s.SendCase(here.Context(), here.Mayor, other)
				refused(t, err, livc.InvalidKind, key)
			}
		})
		file, err := s.SendCase(here.Context(), here.Mayor, in)
		here.Must(err)
		if len(file) > deed.MaxTransfer || bytes.Contains(file, []byte("Verbeke")) {
			t.Fatal("the file is too big, or open")
		}
		t.Run("the four words stand nowhere on the sender's page until they are said", func(t *testing.T) {
			got, err := s.Transfers(here.Context(), here.Coordinator, c.ID)
			here.Must(err)
			if len(got.Files) != 1 || got.Files[0].Words != "" || len(strings.Fields(got.Files[0].Receiver)) != 8 {
				t.Errorf("%+v", got.Files)
			}
			_, err = s.Transfers(here.Context(), here.CLB, c.ID)
			refused(t, err, livc.NotFoundKind, "")
		})
		t.Run("other words are refused, and so is who holds no list", func(t *testing.T) {
			refused(t, s.WordsBack(here.Context(), here.Mayor, c.ID, "een twee drie vier"), livc.InvalidKind, "words_back.wrong")
			refused(t, s.WordsBack(here.Context(), here.Mayor, c.ID, ""), livc.InvalidKind, "words_back.wrong")
			refused(t, s.WordsBack(here.Context(), here.CAW, c.ID, "een"), livc.NotFoundKind, "")
		})
		t.Run("said back they are noted, and the case stays on the list all the same", func(t *testing.T) {
			here.SaidBack(c, there)
			got, err := s.Transfers(here.Context(), here.Mayor, c.ID)
			here.Must(err)
			if sent := discussion.SentFiles(got.Files); !sent.Gone() || got.Case.State != livc.CaseListed || got.Case.Due != c.Due {
				t.Errorf("%+v %+v", sent, got.Case)
			}
			if len(got.Files) != 2 || got.Files[0].Said == "" && got.Files[1].Said == "" {
				t.Errorf("%+v", got.Files)
			}
		})
		t.Run("the leaves say what happened, without content", func(t *testing.T) {
			var did []string
			for _, e := range slices.Concat(here.Log(), there.Log()) {
				if e.Authorised {
					did = append(did, e.Action)
				}
			}
			for _, a := range []access.Action{access.MakeAddress, access.SendCase, access.WordsBack, access.ReceiveCase} {
				if !slices.Contains(did, string(a)) {
					t.Errorf("no leaf says %s", a)
				}
			}
		})
		here.Verify()
		there.Verify()
	})
}

// proves R2.3.2-c: while the officer asked to wait nothing leaves
func TestNothingLeavesWhileTheOfficerAskedToWait(t *testing.T) {
	twoTowns(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		here.Exec(`INSERT INTO hold (livc, id, referral, case_id, by_hat, from_day, until_day) SELECT livc, id, id, case_id, $2, $3, $4 FROM referral WHERE livc = $1 AND case_id = $5`,
			here.Livc, here.Officer.Hat, here.Today(), here.Today().Add(0, 1, 0), c.ID)
		_, err := here.Referrals().SendCase(here.Context(), here.Mayor, storetest.Sending(c, there.Address()))
		refused(t, err, livc.DeniedKind, "law.hold.wait")
	})
}

func TestAFileThatDoesNotOpenIsSaidAtTheField(t *testing.T) {
	twoTowns(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		receive := func(file []byte) error {
			_, err := there.Referrals().ReceiveCase(there.Context(), there.Mayor, file)
			return err
		}
		refused(t, receive([]byte("x")), livc.InvalidKind, "receive_case.no_address")
		to := there.Address()
		file := here.Sent(c, to)
		changed := bytes.Clone(file)
		changed[len(changed)-1] ^= 1
		for name, odd := range map[string][]byte{"receive_case.choose": nil, "receive_case.too_big": make([]byte, deed.MaxTransfer+1), "receive_case.broken": changed} {
			refused(t, receive(odd), livc.InvalidKind, name)
		}
		refused(t, receive([]byte("%PDF-1.7")), livc.InvalidKind, "receive_case.broken")
		t.Run("a file with something else inside than three short texts", func(t *testing.T) {
			for name, text := range map[string]any{
				"another form":        struct{ Facts livc.Secret }{livc.NewSecret("x")},
				"no reason":           discussion.SentText{From: livc.NewSecret("stad")},
				"a long name":         discussion.SentText{From: livc.NewSecret("stad"), Reason: livc.NewSecret("x"), First: livc.NewSecret(strings.Repeat("x", 900))},
				"signs that steer":    discussion.SentText{From: livc.NewSecret("stad"), Reason: livc.NewSecret("x\u202ey")},
				"no whole characters": discussion.SentText{From: livc.NewSecret("stad"), Reason: livc.NewSecret("\xff\xfe")},
			} {
				if err := receive(made(t, to, "2026-11-24", text)); livc.KindOf(err) != livc.InvalidKind {
					t.Errorf("%s: %v", name, err)
				}
			}
			if rowsOf(there, "referral")+rowsOf(there, "arrival") != 0 {
				t.Error("something was kept")
			}
		})
		t.Run("a file is read for ninety days, and not before its day", func(t *testing.T) {
			whole := discussion.SentText{From: livc.NewSecret("stad"), Reason: livc.NewSecret("x")}
			refused(t, receive(made(t, to, "2026-08-26", whole)), livc.InvalidKind, "law.transfer.too_old")
			refused(t, receive(made(t, to, "2026-11-25", whole)), livc.InvalidKind, "law.transfer.from_later")
			there.Must(receive(made(t, to, "2026-08-27", whole)))
		})
		t.Run("a new address closes the files of the old one", func(t *testing.T) {
			there.Must(there.Referrals().MakeAddress(there.Context(), there.Coordinator))
			refused(t, receive(file), livc.InvalidKind, "receive_case.other_town")
			if there.Address() == to {
				t.Error("the address is the same")
			}
		})
	})
}

// made is a file that another program made for an address.
func made(t *testing.T, to string, day livc.Day, text any) []byte {
	t.Helper()
	a, err := seal.ParseTransferAddress(to)
	if err != nil {
		t.Fatal(err)
	}
	body, err := livc.PackText(text)
	if err != nil {
		t.Fatal(err)
	}
	file, err := seal.SealTransfer(a, &seal.Transfer{Made: day, Text: body})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// settled 26: practice and real never mix
func TestPracticeFilesAndRealFilesNeverMix(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		real, played := storetest.NewRealTown(t, db), storetest.NewTown(t, storetest.SQLite(t))
		c, d := storetest.ListedCase(real), storetest.ListedCase(played)
		_, err := real.Referrals().SendCase(real.Context(), real.Mayor, storetest.Sending(c, played.Address()))
		refused(t, err, livc.InvalidKind, "send_case.other_kind")
		_, err = played.Referrals().SendCase(played.Context(), played.Mayor, storetest.Sending(d, real.Address()))
		refused(t, err, livc.InvalidKind, "send_case.other_kind")
		t.Run("not even when somebody changes the word in the address", func(t *testing.T) {
			file := played.Sent(d, strings.Replace(real.Address(), "real", "practice", 1))
			_, err := real.Referrals().ReceiveCase(real.Context(), real.Mayor, file)
			refused(t, err, livc.InvalidKind, "receive_case.other_kind")
			file = real.Sent(c, strings.Replace(played.Address(), "practice", "real", 1))
			_, err = played.Referrals().ReceiveCase(played.Context(), played.Mayor, file)
			refused(t, err, livc.InvalidKind, "receive_case.other_kind")
		})
	})
}

// proves X-L-b: in a joint LIVC R each list has an address of its own
func TestC4_TheAddressOfAListBelongsToItsHolders(t *testing.T) {
	twoTowns(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		n := there.Joint()
		s := there.Referrals()
		there.Must(s.MakeAddress(there.Context(), n.Mayor))
		file := here.Sent(c, there.Address())
		for _, by := range []deed.By{n.Mayor, n.Coordinator} {
			_, err := s.ReceiveCase(there.Context(), by, file)
			refused(t, err, livc.InvalidKind, "receive_case.other_town")
		}
		for _, by := range []deed.By{there.CLB, there.Officer, there.DPO, there.Founder} {
			refused(t, s.MakeAddress(there.Context(), by), livc.NotFoundKind, "")
			_, err := s.Address(there.Context(), by)
			refused(t, err, livc.NotFoundKind, "")
		}
		t.Run("nothing of it stands open in the database", func(t *testing.T) {
			rows, err := there.DB.Pools()[0].Query(`SELECT body FROM record WHERE kind IN ('transfer_identity', 'transfer_address')`)
			there.Must(err)
			defer rows.Close()
			n := 0
			for ; rows.Next(); n++ {
				var body []byte
				there.Must(rows.Scan(&body))
				if bytes.Contains(body, []byte("AGE-SECRET-KEY")) || bytes.Contains(body, []byte("age1pq")) {
					t.Error("half of an address stands open")
				}
			}
			if there.Must(rows.Err()); n != 4 {
				t.Errorf("%d halves of two addresses", n)
			}
		})
	})
}

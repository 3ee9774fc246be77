package law_test

import (
	"reflect"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func goodAction() law.Action {
	return law.Action{Kind: law.SchoolOrWork, DecidedAtTable: true, HolderInside: true, HolderAccepts: law.Yes,
		Proportion: law.Proportion{EnoughKnown: words("ja"), Proportionate: words("ja"), Repercussions: words("weinig"), SourceCheck: words("nee")}}
}

// proves X-W-a, R2.5.3-d, R2.5.3-m, R2.5.3-i, R5.2-b, R5.2-c, R2.3.5-g
func TestInvariant9_AnActionComesFromTheTableAndBetraysNobody(t *testing.T) {
	with := func(change func(*law.Action)) error {
		a := goodAction()
		change(&a)
		return law.MayProposeAction(a)
	}
	shared := law.Fact{Contributor: "lotte", Text: words("x"), Uses: law.DefaultUses()}
	allowed := shared
	allowed.Uses = []law.FactUse{law.UseTable, law.UseAction}
	check(t,
		sentence{"decided, weighed and checked", law.MayProposeAction(goodAction()), ""},
		sentence{"somebody acts alone", with(func(a *law.Action) { a.DecidedAtTable = false }), law.NobodyActsAlone},
		sentence{"enough known was not asked", with(func(a *law.Action) { a.Proportion.EnoughKnown = words("") }), law.Proportionality},
		sentence{"proportion was not asked", with(func(a *law.Action) { a.Proportion.Proportionate = words("") }), law.Proportionality},
		sentence{"what may go wrong was not asked", with(func(a *law.Action) { a.Proportion.Repercussions = words("") }), law.Proportionality},
		sentence{"the source check was not done", with(func(a *law.Action) { a.Proportion.SourceCheck = words("") }), law.NobodyActsAlone},
		sentence{"it could betray who spoke", with(func(a *law.Action) { a.Proportion.Betrays = true }), law.NobodyActsAlone},
		sentence{"it rests on a fact for the table only", with(func(a *law.Action) { a.UsesFacts = []law.Fact{shared} }), law.ContributorsSay},
		sentence{"it rests on a fact allowed for actions", with(func(a *law.Action) { a.UsesFacts = []law.Fact{allowed} }), ""},
		sentence{"a third party gets a checked task text", with(func(a *law.Action) {
			a.ThirdParty, a.ThirdPartyText, a.TextChecked = true, "help met inschrijven", true
		}), ""},
		sentence{"a third party gets an unchecked text", with(func(a *law.Action) { a.ThirdParty, a.ThirdPartyText = true, "x" }), law.NobodyActsAlone},
	)
	for _, k := range law.ActionKinds() {
		check(t, sentence{"one may agree on " + string(k), with(func(a *law.Action) { a.Kind = k }), ""})
	}
	for _, k := range append(law.RefusedKinds(), "", "house search") {
		check(t, sentence{"one may not agree on " + string(k), with(func(a *law.Action) { a.Kind = k }), law.NoSideUse})
	}
}

// proves R1.2-b, R5.2-b
func TestAnActionBindsOnlyAfterTheYesOfItsHolder(t *testing.T) {
	with := func(change func(*law.Action)) error {
		a := goodAction()
		change(&a)
		return law.Binds(a)
	}
	check(t,
		sentence{"yes", law.Binds(goodAction()), ""},
		sentence{"no", with(func(a *law.Action) { a.HolderAccepts = law.No }), law.OwnMission},
		sentence{"no answer", with(func(a *law.Action) { a.HolderAccepts = law.Silent }), law.OwnMission},
		sentence{"the yes of somebody who was not inside", with(func(a *law.Action) { a.HolderInside = false }), law.OwnMission},
	)
}

// proves R2.3.5-h, R2.3.5-j, R5.2-d
func TestAPathIsLookedAtAfterOneAndSixMonths(t *testing.T) {
	got := law.Reviews("2026-11-24", law.ReviewMonths())
	if len(got) != 2 || got[0] != "2026-12-24" || got[1] != "2027-05-24" {
		t.Errorf("reviews on %v", got)
	}
}

// proves X-G-a, R0.3-d, R2.5.2-a, R2.5.3-a, R2.5.3-g, R2.5.3-j, X-F-j
func TestInvariant17_NothingIsCompulsoryInWhatIsShared(t *testing.T) {
	check(t,
		sentence{"a text and nothing else", law.CheckFact(law.Fact{Text: words("x")}), ""},
		sentence{"a fact without a text does not exist", law.CheckFact(law.Fact{}), law.RightToSpeak},
		sentence{"240 characters", law.CheckFact(law.Fact{Text: words(text(240))}), ""},
		sentence{"241 characters is more than needed", law.CheckFact(law.Fact{Text: words(text(241))}), law.NeedToKnow},
	)
}

func text(n int) string {
	b := make([]rune, n)
	for i := range b {
		b[i] = 'é'
	}
	return string(b)
}

// proves R2.5.3-d, R2.5.3-i, R6.2-a, R6.2-b, R6.2-c, X-L-k
func TestInvariant9_WhoSharesKeepsASayOverEveryUse(t *testing.T) {
	fact := law.Fact{Contributor: "lotte", Text: words("x"), Uses: law.DefaultUses()}
	for _, use := range law.FactUses() {
		want := law.ContributorsSay
		if use == law.UseTable {
			want = ""
		}
		check(t, sentence{"by default for " + string(use), law.MayUse(fact, use, "ruben"), want})
	}
	secret := fact
	secret.Uses, secret.ToldAsSecret = law.FactUses(), true
	professional := fact
	professional.Uses, professional.FromProfessionalSecrecy = law.FactUses(), true
	gone := fact
	gone.Uses, gone.Withdrawn = law.FactUses(), true
	named := fact
	named.Uses, named.Named = []law.FactUse{law.UseDossierNamed}, []livc.ID{"ruben"}
	all := fact
	all.Uses = []law.FactUse{law.UseDossierAll}
	check(t,
		sentence{"what was told as a secret never goes to the LTF", law.MayUse(secret, law.UseLTF, "ruben"), law.ContributorsSay},
		sentence{"a secret may serve for an action when allowed", law.MayUse(secret, law.UseAction, "ruben"), ""},
		sentence{"not even for who told it", law.MayUse(secret, law.UseLTF, "lotte"), law.ContributorsSay},
		sentence{"professional secrecy never goes to the LTF", law.MayUse(professional, law.UseLTF, "ruben"), law.ContributorsSay},
		sentence{"a withdrawn fact serves for nothing", law.MayUse(gone, law.UseReport, "ruben"), law.ContributorsSay},
		sentence{"own words may always be used", law.MayUse(fact, law.UseAction, "lotte"), ""},
		sentence{"own words may always be registered", law.MayRegister(fact, "lotte", flemish), ""},
		sentence{"another's words may not by default", law.MayRegister(fact, "ruben", flemish), law.ContributorsSay},
		sentence{"they may by who was named", law.MayRegister(named, "ruben", flemish), ""},
		sentence{"not by who was not named", law.MayRegister(named, "an", flemish), law.ContributorsSay},
		sentence{"they may by all inside who may register", law.MayRegister(all, "an", flemish), ""},
		sentence{"never by the police", law.MayRegister(all, "sofie", police), law.NoProcessing},
	)
}

// proves R0.3-b, R2.5.3-f, R2.5.3-g, R2.5.3-h, R4.2-a, R4.2-b
func TestTheHintsBesideATextNeverBlock(t *testing.T) {
	for _, h := range law.SharingHints() {
		haveText(t, h.Key)
		if len(law.Find(h.Norm)) == 0 {
			t.Errorf("%s rests on nothing", h.Key)
		}
	}
	if len(law.SharingHints()) != 5 {
		t.Error("a hint is missing")
	}
}

// proves R4.1.3-c, R4.1.3-d, X-L-g, X-T-d, X-T-j
func TestInvariant12_ACardIsShownAndNeverKept(t *testing.T) {
	good := law.Card{By: livc.Officer, OnList: true, Contributes: true, UseWeighed: true, Vulnerability: true, Proportionate: true}
	with := func(change func(*law.Card)) error {
		c := good
		change(&c)
		return law.MayShowCard(c)
	}
	check(t,
		sentence{"weighed, about somebody on the list", law.MayShowCard(good), ""},
		sentence{"about somebody who is not on the list", with(func(c *law.Card) { c.OnList = false }), law.CardsOfListedOnly},
		sentence{"by the mayor", with(func(c *law.Card) { c.By = livc.Mayor }), law.CardsOfListedOnly},
		sentence{"the prosecutor opposes", with(func(c *law.Card) { c.ProsecutorOpposes = true }), law.CardWeighed},
		sentence{"its use was not weighed", with(func(c *law.Card) { c.UseWeighed = false }), law.CardWeighed},
		sentence{"vulnerability was not weighed", with(func(c *law.Card) { c.Vulnerability = false }), law.CardWeighed},
		sentence{"a minor without an extra weighing", with(func(c *law.Card) { c.Minor = true }), law.CardWeighed},
		sentence{"a minor with one", with(func(c *law.Card) { c.Minor, c.MinorityWeighed = true, true }), ""},
	)
	kept := reflect.TypeFor[law.CardShown]()
	for i := range kept.NumField() {
		switch kept.Field(i).Type {
		case reflect.TypeFor[livc.ID](), reflect.TypeFor[livc.Day](), reflect.TypeFor[bool]():
		default:
			t.Errorf("%s could hold something of a card", kept.Field(i).Name)
		}
	}
}

// proves R2.3.2-a, R2.3.2-b, R2.3.2-c, R2.5.3-k, R4.1.3-a, R4.1.3-b
func TestTheOfficerGivesTwoAnswersWithoutText(t *testing.T) {
	check(t,
		sentence{"the officer answers", law.MayCheck(livc.Officer), ""},
		sentence{"the mayor does not", law.MayCheck(livc.Mayor), law.OfficerBridges},
		sentence{"the coordinator does not", law.MayCheck(livc.Coordinator), law.OfficerBridges},
		sentence{"a case without a hold goes on", law.MayGoOn(false), ""},
		sentence{"a case with a hold waits", law.MayGoOn(true), law.HoldRespected},
	)
	if len(law.Checks()) != 2 {
		t.Errorf("%d answers", len(law.Checks()))
	}
	haveText(t, law.CheckedSentence)
}

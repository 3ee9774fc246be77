package name

// sounds are the letters that different hands choose for one sound of Arabic, Berber, Turkish and the
// Slavic languages. A name that differs in nothing else is the same name. Sound letters: c is the ch of
// church, s also stands for sh, j for the j of jam and of jour, h for kh.
var sounds = newFolder([]rule{
	{"aou", anywhere, []string{"av", "au"}}, {"aw", anywhere, []string{"av", "au"}}, {"oua", anywhere, []string{"va", "ua"}},
	{"ou", beforeVowel, []string{"v"}}, {"ou", anywhere, []string{"u"}}, {"oe", anywhere, []string{"u"}},
	{"ö", anywhere, []string{"o", "u"}}, {"ü", anywhere, []string{"u"}}, {"ue", anywhere, []string{"ue", "u"}},
	{"oez", atStart, []string{"oz", "uz"}},
	{"tsch", anywhere, []string{"c"}}, {"tsj", anywhere, []string{"c"}}, {"tch", anywhere, []string{"c"}},
	{"tsh", anywhere, []string{"c"}}, {"ts", anywhere, []string{"ts"}}, {"tz", anywhere, []string{"ts"}},
	{"sch", anywhere, []string{"s"}}, {"sh", anywhere, []string{"s"}}, {"sj", anywhere, []string{"s"}},
	{"sz", anywhere, []string{"s"}}, {"ş", anywhere, []string{"s"}}, {"š", anywhere, []string{"s"}},
	{"ch", anywhere, []string{"s", "h", "c"}}, {"cz", anywhere, []string{"c"}}, {"ck", anywhere, []string{"ck"}},
	{"ç", anywhere, []string{"c"}}, {"č", anywhere, []string{"c"}}, {"ć", anywhere, []string{"c"}},
	{"c", beforeSoftVowel, []string{"s", "ts"}}, {"c", anywhere, []string{"k", "ts", "c"}},
	{"kh", anywhere, []string{"h"}}, {"gh", anywhere, []string{"g"}}, {"rh", anywhere, []string{"g", "r"}},
	{"ğ", anywhere, []string{"", "g"}}, {"q", anywhere, []string{"k"}}, {"x", anywhere, []string{"ks"}},
	{"dzh", anywhere, []string{"j"}}, {"dj", anywhere, []string{"j"}}, {"zh", anywhere, []string{"j"}},
	{"ž", anywhere, []string{"j"}}, {"đ", anywhere, []string{"j"}}, {"j", anywhere, []string{"i", "j"}},
	{"skij", atEnd, []string{"ski"}}, {"skiy", atEnd, []string{"ski"}}, {"skyi", atEnd, []string{"ski"}},
	{"y", anywhere, []string{"i"}}, {"ı", anywhere, []string{"i"}}, {"w", anywhere, []string{"v"}},
	{"ff", atEnd, []string{"v"}}, {"ph", anywhere, []string{"f"}}, {"ah", atEnd, []string{"a"}},
	{"ł", anywhere, []string{"l"}},
})

// spellings are the letters that Flemish and French surnames share a sound in: a weaker ground, since
// De Backer and De Bakker are two families as often as one.
var spellings = newFolder([]rule{
	{"eaux", anywhere, []string{"o"}}, {"eau", anywhere, []string{"o"}}, {"ault", atEnd, []string{"o"}},
	{"aut", atEnd, []string{"o"}}, {"aud", atEnd, []string{"o"}}, {"aux", atEnd, []string{"o"}},
	{"sch", anywhere, []string{"s"}}, {"ch", anywhere, []string{"g", "k", "s"}}, {"ck", anywhere, []string{"k"}},
	{"cq", anywhere, []string{"k"}}, {"qu", anywhere, []string{"k"}}, {"q", anywhere, []string{"k"}},
	{"c", beforeSoftVowel, []string{"s"}}, {"c", anywhere, []string{"k"}}, {"x", anywhere, []string{"ks"}},
	{"gh", anywhere, []string{"g"}}, {"ph", anywhere, []string{"f"}}, {"th", anywhere, []string{"t"}},
	{"dt", atEnd, []string{"t"}}, {"d", atEnd, []string{"t"}}, {"ds", atEnd, []string{"ts"}},
	{"ij", anywhere, []string{"i"}}, {"ey", anywhere, []string{"ei"}}, {"uy", anywhere, []string{"ui"}},
	{"y", anywhere, []string{"i"}}, {"ie", anywhere, []string{"i"}}, {"ae", anywhere, []string{"a"}},
	{"oe", anywhere, []string{"u"}}, {"ou", anywhere, []string{"u"}}, {"w", anywhere, []string{"v"}},
	{"z", atStart, []string{"z"}}, {"z", anywhere, []string{"s"}}, {"h", atStart, []string{"h"}}, {"h", anywhere, []string{""}},
	{"ova", atEnd, []string{"ov"}}, {"eva", atEnd, []string{"ev"}}, {"skaya", atEnd, []string{"ski"}},
	{"ska", atEnd, []string{"ski"}}, {"e", atEnd, []string{""}},
})

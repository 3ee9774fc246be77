// Who lives in the town that the main job founds. Everybody is invented.
export const demerrode = {
  livc: 'LIVC R Demerrode', town: 'Demerrode:flanders', police: 'politiezone Demer', founder: 'Stijn Wouters', mail: 'stijn@demerrode.example',
}

const town = { organisation: 'Demerrode', secrecy: 'official' }

export const people = {
  mayor: { ...town, function: 'mayor', name: 'Karim Haddad', mail: 'karim@demerrode.example', mandate: 'Zit voor en beslist over de lijst.' },
  representative: { ...town, function: 'representative', name: 'Greet Aerts', mail: 'greet@demerrode.example', mandate: 'Vervangt de burgemeester als voorzitter.' },
  coordinator: { ...town, function: 'coordinator', name: 'Nele Baert', mail: 'nele@demerrode.example', mandate: 'Bereidt voor en volgt op.' },
  dpo: { ...town, function: 'dpo', name: 'Mira Devos', mandate: 'Waakt over gegevens, beslist niet over casussen.' },
  officer: { organisation: 'politiezone Demer', secrecy: 'official', function: 'officer', name: 'Sofie Mertens', mail: 'sofie@pzdemer.example', mandate: 'Spreekt voor de lokale politie.' },
  clb: { organisation: 'CLB Demer', secrecy: 'professional', function: 'participant', name: 'Lotte Claes', mail: 'lotte@clb.example', mandate: 'Beslist voor het CLB, niet over geld.' },
  caw: { organisation: 'CAW Demer', secrecy: 'professional', function: 'participant', name: 'Ruben Jacobs', mail: 'ruben@caw.example', mandate: 'Spreekt voor het CAW.' },
}

export const partners = { 'CLB Demer': 'clb', 'CAW Demer': 'caw', 'Jeugddienst Demer': 'jeugddienst' }

// until is a day on which a clearance ends: after the year that the story moves forward.
export const until = () => `${new Date().getFullYear() + 3}-06-30`

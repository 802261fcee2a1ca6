/**
 * Words that stand in the names of many companies, and what is made of them before names are compared.
 *
 * Handbook: docs/handbook/overlap.md
 */

/** One company in so many has the word: orders of magnitude, from company registers and lists of large companies. */
const commonWords = `
40: services|solutions|technology|systems|consulting|software|partners|capital|financial|energy|health|media|digital|global
60: bank|insurance|industries|management|engineering|medical|design|data|marketing|network|logistics|construction|trading|food
90: power|water|oil|gas|electric|communications|pharma|pharmaceuticals|bio|auto|motors|steel|resources|properties|realty
90: investment|investments|ventures|enterprises|products|manufacturing|research|security|labs|studio|cloud|mobile|web|online
90: first|general|national|american|united|new|green|blue|smart|one|city|county|state|university|school|hospital|care|clinic
120: home|life|education|learning|travel|hotel|hotels|restaurant|restaurants|foods|farm|farms|dairy|agency|creative|interactive
120: transport|shipping|air|airlines|rail|marine|aerospace|defense|electronics|semiconductor|instruments|materials|chemical
120: chemicals|plastics|paper|packaging|mining|metals|gold|textile|fashion|sports|entertainment|games|music|news|press|print
120: legal|law|accounting|tax|audit|advisory|recruitment|staffing|hr|training|support|supply|equipment|tools|machinery
150: building|buildings|architects|interiors|furniture|retail|store|stores|shop|market|markets|express|direct|center|club
150: foundation|association|society|institute|trust|fund|holdings|group|international|company|industrial|commercial|central
150: pacific|atlantic|northern|southern|eastern|western|north|south|east|west|royal|star|sun|alpha|delta|omega|apex|summit
150: pinnacle|premier|prime|advanced|integrated|innovative|innovations|dynamic|dynamics|strategic|professional|quality|precision
200: nova|titan|phoenix|atlas|horizon|quantum|vertex|matrix|orion|eagle|lion|falcon|bridge|gateway|pioneer|liberty|heritage
200: century|universal|standard|core|edge|peak|point|link|net|tech|info|plus|pro|max|group|team|works|worldwide|brothers`;

/** Words that say where a company or a part of it is. */
const placeWords = `
us|usa|america|americas|uk|britain|england|scotland|ireland|germany|deutschland|france|spain|espana|iberia|italy|italia
netherlands|nederland|holland|belgium|belgie|belgique|luxembourg|switzerland|schweiz|suisse|austria|osterreich|poland|polska
czech|hungary|romania|bulgaria|greece|turkey|turkiye|russia|ukraine|sweden|sverige|norway|norge|denmark|danmark|finland
suomi|nordic|nordics|baltic|baltics|europe|emea|dach|benelux|apac|asia|latam|africa|india|china|japan|korea|singapore
malaysia|indonesia|thailand|vietnam|philippines|australia|zealand|canada|mexico|brasil|brazil|argentina|chile|colombia|peru
israel|egypt|dubai|uae|saudi|arabia|emirates|qatar|kuwait|portugal|slovakia|slovenia|croatia|serbia|london|paris|berlin
munich|munchen|hamburg|frankfurt|vienna|wien|zurich|geneva|amsterdam|rotterdam|brussels|madrid|barcelona|milan|milano|rome
roma|lisbon|dublin|stockholm|oslo|copenhagen|helsinki|warsaw|prague|budapest|york|chicago|boston|dallas|houston|atlanta
seattle|toronto|montreal|vancouver|sydney|melbourne|tokyo|shanghai|beijing|mumbai|delhi|bangalore|california|texas|florida`;

/** Words that name a part of a company. */
const partWords =
  'division|branch|subsidiary|office|region|regional|department|dept|unit|filiale|niederlassung|succursale|zweigniederlassung';

/** Words for what every town has one of: First National Bank is the name of many, General Electric of one. */
const institutionWords =
  'bank|hospital|school|university|college|church|city|county|state|club|society|association|foundation|library|museum|clinic|institute|insurance|credit|union|council|community';

/** Words that say nothing about which company it is. */
const emptyWords =
  'and|of|the|for|in|at|de|del|la|le|les|los|el|du|des|di|da|do|und|der|die|das|et|y|e|en|van|von|a|an';

/** Words and how they are written in full, so that both spellings are one. */
const fullWords = `
intl international|natl national|mfg manufacturing|mfr manufacturing|svc services|svcs services|service services
solution solutions|system systems|technologies technology|tech technology|technologie technology|mgmt management
mgt management|assoc associates|associate associates|bros brothers|ctr center|centre center|univ university|hosp hospital
grp group|gruppe group|groupe group|grupo group|dept department|comms communications|communication communications
ind industries|inds industries|industry industries|eng engineering|engr engineering|elec electric|electrical electric
fin financial|finance financial|ins insurance|labs laboratories|lab laboratories|laboratory laboratories|dev development
dist distribution|distributors distribution|ent enterprises|enterprise enterprises|prod products|product products
pharm pharmaceuticals|pharma pharmaceuticals|pharmaceutical pharmaceuticals|invest investments|investment investments
prop properties|property properties|telecom telecommunications|telecommunication telecommunications|transportation transport
logistic logistics|consultants consulting|consultancy consulting|partner partners|network networks|networking networks
resource resources|restaurant restaurants|hotel hotels|food foods|material materials|chemical chemicals|motor motors
venture ventures|holding holdings|saint st|mount mt|fort ft`;

const written: ReadonlyMap<string, string> = new Map(
  fullWords
    .trim()
    .split(/[|\n]/)
    .map((pair) => pair.split(' ') as [string, string]),
);
const oneIn: ReadonlyMap<string, number> = new Map(
  commonWords
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [rate = '', words = ''] = line.split(': ');
      return words.split('|').map((word) => [inFull(word), 1 / Number(rate)] as const);
    })
    .reverse(),
);
const places: ReadonlySet<string> = listed(placeWords);
const parts: ReadonlySet<string> = listed(partWords);
const institutions: ReadonlySet<string> = listed(institutionWords);
const empty: ReadonlySet<string> = listed(emptyWords);

function listed(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/[|\n]/));
}

/** A word as it is compared: abbreviations and plurals of the trade in full. */
export function inFull(word: string): string {
  return written.get(word) ?? word;
}

/** A shorter abbreviation is not mistyped: Intel is no intl. */
const shortestSpelling = 6;

/** The word and the longer spellings that are taken for it: what a mistyped word may have been. */
export function spellingsOf(word: string): readonly string[] {
  return abbreviated.get(word) ?? [word];
}

const abbreviated: ReadonlyMap<string, readonly string[]> = spellings();

function spellings(): ReadonlyMap<string, readonly string[]> {
  const of = new Map<string, string[]>();
  for (const [other, full] of written) {
    if (other.length >= shortestSpelling) of.set(full, [...(of.get(full) ?? [full]), other]);
  }
  return of;
}

/** The share of companies with this word where many have it; null for any other word. */
export function tradeRate(word: string): number | null {
  return oneIn.get(word) ?? (places.has(word) ? 1 / 150 : null);
}

/** Whether the word says where a company or a part of it is, or that it is a part. */
export function namesAPart(word: string): boolean {
  return places.has(word) || parts.has(word);
}

/** Whether the word names what every town has one of. */
export function isInstitution(word: string): boolean {
  return institutions.has(word);
}

/** Whether the word is left out of a comparison as long as others are left. */
export function saysNothing(word: string): boolean {
  return empty.has(word);
}

/**
 * The words that most of the world's most common passwords are made of. A password that is nothing but one or more of
 * these with digits and signs around them is refused (see password-policy.ts), so "Welcome2026!" is found under
 * "welcome". Short passwords of the usual lists are not here: the least length refuses them.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passwd pass passw motdepasse contrasena senha wachtwoord parola haslo salasana
  welcome willkommen bienvenue letmein changeme changeit default secret geheim private topsecret
  login logon signin user username guest admin administrator root toor sysadmin superuser master test tester testing
  temp temporary demo sample example company office work business money
  qwerty qwertz azerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc
  abc abcd abcde abcdef abcdefg abcdefgh
  iloveyou loveyou lovely love lover loveme trustno trustnoone hello goodbye
  monkey dragon tiger lion eagle falcon phoenix shadow panther dolphin butterfly chicken kitten puppy
  football baseball basketball soccer hockey golf tennis liverpool arsenal chelsea barcelona juventus yankees lakers
  cowboys steelers rangers packers patriots
  sunshine princess flower rainbow summer autumn winter spring sommer weihnachten christmas halloween
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  superman batman spiderman ironman pokemon pikachu naruto starwars startrek matrix gandalf hobbit harrypotter
  computer internet google facebook microsoft windows apple samsung android linkedin twitter instagram youtube amazon
  server network database oracle cisco router access internet
  michael jessica jennifer michelle charlie thomas robert daniel jordan andrew joshua matthew anthony george hunter
  ashley nicole amanda samantha victoria elizabeth christopher alexander maria martin
  ferrari mercedes porsche mustang corvette harley yamaha honda toyota camaro
  freedom forever whatever nothing something anything everything blink angel angels jesus christ heaven devil lucky
  cookie cheese chocolate coffee banana orange pepper ginger
  letme fuckyou fuckoff asshole biteme killer slipknot metallica nirvana eminem
  america england london paris berlin newyork california texas chicago boston
  king queen prince boss champion winner number one two three four five six seven eight nine ten first
  tandem partner partners program prm crm salesforce hubspot my your the and is for you me it
  correcthorsebatterystaple opensesame sesame zaq xsw cde`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Rows of keys and of the alphabet: a password that only walks along one of them is refused, in either direction. */
export const walks: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '!@#$%^&*()_+',
];

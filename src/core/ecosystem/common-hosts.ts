/**
 * Hosts at which many companies have an address or a page. Such a host says nothing about who the customer is (DR-3).
 * A program adds those of its countries on its registration page.
 */
const mailHosts = `
gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it hotmail.com hotmail.co.uk hotmail.de
hotmail.fr hotmail.it hotmail.es live.com live.co.uk live.de live.fr live.nl live.it msn.com icloud.com me.com mac.com
yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.co.jp yahoo.co.in yahoo.com.br yahoo.ca ymail.com
rocketmail.com aol.com aol.de aim.com proton.me protonmail.com pm.me tutanota.com tutanota.de tuta.io tuta.com gmx.de
gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org mail.de email.de online.de
orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it
hetnet.nl kpnmail.nl ziggo.nl planet.nl xs4all.nl home.nl chello.nl telenet.be skynet.be bluewin.ch hispeed.ch aon.at
chello.at telia.com online.no telenor.no mail.dk jubii.dk hotmail.se spray.se btinternet.com sky.com virginmedia.com
talktalk.net ntlworld.com blueyonder.co.uk comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net
charter.net earthlink.net juno.com optonline.net rogers.com sympatico.ca shaw.ca telus.net bigpond.com bigpond.net.au
optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br ig.com.br globo.com hotmail.com.br hotmail.com.mx
prodigy.net.mx seznam.cz email.cz centrum.cz atlas.cz wp.pl o2.pl onet.pl onet.eu interia.pl gazeta.pl azet.sk zoznam.sk
freemail.hu citromail.hu abv.bg mail.bg mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net
i.ua meta.ua qq.com foxmail.com 163.com 126.com sina.com sina.cn sohu.com aliyun.com 139.com naver.com daum.net
hanmail.net nate.com rediffmail.com zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hushmail.com mail.com
email.com usa.com hey.com duck.com mailinator.com guerrillamail.com yopmail.com 10minutemail.com tempmail.com
temp-mail.org trashmail.com sharklasers.com getnada.com maildrop.cc dispostable.com`;

const pageHosts = `
linkedin.com facebook.com instagram.com twitter.com x.com youtube.com tiktok.com xing.com github.com gitlab.com
medium.com linktr.ee bit.ly tinyurl.com crunchbase.com wikipedia.org angel.co gust.com google.com sites.google.com
docs.google.com maps.google.com goo.gl example.com example.org example.net localhost.localdomain`;

/** The well-known ones, as the host that is compared. */
export const commonHosts: ReadonlySet<string> = new Set(
  `${mailHosts} ${pageHosts}`.split(/\s+/).filter((host) => host !== ''),
);

/** The hosts of a text that a person wrote: one a line, or with commas, semicolons or blanks between them. */
export function hostsIn(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((host) => host !== ''),
  );
}

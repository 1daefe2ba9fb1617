using System.Collections.Frozen;

namespace InvoiceSync.Access.Model;

/// <summary>
/// Domains that never belong to one company: mailboxes for everybody, and endings under which anybody registers. The proof
/// in DNS would already fail for them; this says so earlier, and holds should a provider let strangers write such records.
/// </summary>
static class ForeignDomains
{
    static readonly FrozenSet<string> Mailboxes = FrozenSet.Create(
        "126.com", "139.com", "163.com", "abv.bg", "aol.com", "aol.de", "aol.fr", "att.net", "bigpond.com", "bluewin.ch", "bol.com.br", "btinternet.com", "centrum.cz",
        "charter.net", "clicknet.ro", "comcast.net", "cox.net", "duck.com", "email.cz", "email.ro", "fastmail.com", "fastmail.fm", "foxmail.com", "free.fr", "freemail.hu",
        "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hey.com", "home.ro", "hotmail.co.uk", "hotmail.com", "hotmail.de",
        "hotmail.es", "hotmail.fr", "hotmail.it", "hushmail.com", "icloud.com", "inbox.lv", "inbox.ru", "interia.pl", "k.ro", "laposte.net", "libero.it", "list.ru", "live.co.uk",
        "live.com", "live.fr", "live.nl", "mac.com", "mail.com", "mail.ee", "mail.ru", "mailbox.org", "me.com", "msn.com", "o2.pl", "onet.pl", "orange.fr", "outlook.com",
        "outlook.de", "outlook.fr", "personal.ro", "pm.me", "posteo.de", "proton.me", "protonmail.ch", "protonmail.com", "qq.com", "rambler.ru", "rdslink.ro", "rediffmail.com",
        "rocketmail.com", "sapo.pt", "seznam.cz", "sfr.fr", "sina.com", "sky.com", "t-online.de", "terra.com.br", "tuta.com", "tutanota.com", "ukr.net", "uol.com.br",
        "verizon.net", "virgilio.it", "wanadoo.fr", "web.de", "wp.pl", "ya.ru", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.es", "yahoo.fr",
        "yahoo.it", "yahoo.ro", "yandex.com", "yandex.ru", "ymail.com", "zoho.com", "zoznam.sk");

    // Second-level endings of the registries, and platforms that give names to strangers.
    static readonly FrozenSet<string> Generic = FrozenSet.Create("ac", "arts", "co", "com", "edu", "firm", "gob", "gov", "gouv", "govt", "info", "ltd", "me", "mil", "net", "nhs", "nom", "nt", "or", "org", "plc", "rec", "sch", "store", "tm", "www");

    static readonly FrozenSet<string> Platforms = FrozenSet.Create(
        "amazonaws.com", "azurewebsites.net", "blogspot.com", "cloudfront.net", "duckdns.org", "eu.org", "fly.dev", "github.io", "gitlab.io", "herokuapp.com", "netlify.app",
        "no-ip.org", "ngrok.io", "onmicrosoft.com", "onrender.com", "pages.dev", "sharepoint.com", "vercel.app", "web.app", "wordpress.com", "workers.dev");

    // RFC 2606: names that nobody can own; in the practice world they prove themselves.
    static readonly FrozenSet<string> Reserved = FrozenSet.Create("example", "invalid", "localhost", "test", "local", "internal", "onion", "arpa");

    public static bool IsMailbox(string domain) => Mailboxes.Contains(domain);

    public static bool IsSuffix(string domain)
    {
        var labels = domain.Split('.');
        return Platforms.Contains(domain) || labels is [_] || labels is [var second, { Length: 2 }] && Generic.Contains(second);
    }

    public static bool IsReserved(string domain) => Reserved.Contains(domain[(domain.LastIndexOf('.') + 1)..]);
}

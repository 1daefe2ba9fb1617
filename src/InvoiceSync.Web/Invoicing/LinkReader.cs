using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// Whether a visit to a public page is the customer's: not one of the company's own people, not a mail scanner, a link preview
/// or a browser that fetches ahead. A guess that rather misses a customer than counts a machine; docs/guides/invoice-design.md.
/// </summary>
sealed class LinkReader(ScopedDispatch inside)
{
    static readonly HashSet<string> MayCheck = ["invoice.read"];

    // Parts of what programs call themselves; people's browsers have none of them.
    static readonly string[] Programs =
    [
        "bot", "crawl", "spider", "preview", "scan", "fetch", "monitor", "validator", "headless", "curl", "wget", "python", "java/", "okhttp", "go-http", "libwww", "httpclient", "node-fetch", "axios", "ruby",
        "facebookexternalhit", "whatsapp", "telegram", "slack", "discord", "skype", "linkedin", "twitter", "pinterest", "embedly", "proofpoint", "mimecast", "barracuda", "safelinks", "ms-office", "microsoft office",
        "outlook", "googleimageproxy", "yahoomailproxy", "trendmicro", "forcepoint", "symantec", "fortinet", "sophos", "kaspersky", "bitdefender", "virustotal", "urlscan", "zscaler",
    ];

    static readonly string[] Ahead = ["Purpose", "Sec-Purpose", "X-Purpose", "X-Moz"];

    public async Task<bool> Counts(HttpContext http, TenantId tenant) => IsPerson(http.Request) && !await IsOwn(http, tenant);

    public static bool IsPerson(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || Ahead.Any(name => request.Headers[name].ToString().Contains("pre", StringComparison.OrdinalIgnoreCase))) return false;
        var agent = request.Headers.UserAgent.ToString();
        if (!agent.StartsWith("Mozilla/5.0", StringComparison.Ordinal) || Programs.Any(program => agent.Contains(program, StringComparison.OrdinalIgnoreCase))) return false;
        // Browsers name the reader's languages; scanners that borrow a browser's name seldom do. And what is shown in a page of others is no visit.
        return request.Headers.AcceptLanguage.Count > 0 && request.Headers["Sec-Fetch-Dest"].ToString() is ("" or "document");
    }

    async Task<bool> IsOwn(HttpContext http, TenantId tenant)
    {
        if (!Ids.TryParse<UserId>(http.User.FindFirst(PortalClaims.Person)?.Value, out var person)) return false;
        return (await inside.As(new Caller(tenant, "link", MayCheck), d => d.Ask(new CheckMember(person), http.RequestAborted))).IsOk;
    }
}

using System.Globalization;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Shared;

/// <summary>The pages one can go to by typing a part of their name, as far as the reader may.</summary>
static class SearchPages
{
    static readonly (string Name, string Icon, string Href, string? Permission)[] All =
    [
        ("overview", "overview", "", null),
        ("invoices", "invoice", "invoices", null),
        ("schedules", "refresh", "invoices/schedules", null),
        ("estimates", "invoice", "invoices/estimates", null),
        ("sales", "sales", "sales", null),
        ("payments", "payment", "payments", "payment.read"),
        ("fiscal", "authority", "fiscal", "invoice.read"),
        ("deadlines", "clock", "fiscal/deadlines", "invoice.read"),
        ("problems", "attention", "problems", null),
        ("mailbox", "authority", "fiscal/mailbox", "fiscal.file"),
        ("check", "check", "fiscal/check", null),
        ("customers", "customers", "customers", "customer.read"),
        ("products", "product", "products", "product.read"),
        ("mails", "send", "mails", "invoice.send"),
        ("approvals", "approval", "approvals", "approve"),
        ("ledger", "ledger", "ledger", "ledger.read"),
        ("reports", "report", "reports", "report.view"),
        ("activity", "activity", "activity", "audit.read"),
        ("company", "company", "settings/company", null),
        ("numbering", "edit", "settings/numbering", null),
        ("design", "product", "settings/invoice-design", "settings.manage"),
        ("stripe", "stripe", "settings/stripe", null),
        ("filed-at", "authority", "settings/filing", null),
        ("mapping", "edit", "settings/mapping", "integration.manage"),
        ("anaf", "authority", "settings/anaf", null),
        ("providers", "activity", "settings/providers", null),
        ("smartbill", "authority", "settings/smartbill", null),
        ("timetables", "clock", "settings/timetables", null),
        ("notifications", "info", "settings/notifications", null),
        ("people", "person", "people", "user.manage"),
        ("sso", "sign-out", "settings/sso", "settings.manage"),
        ("networks", "screen", "settings/networks", "settings.manage"),
        ("mail", "send", "settings/mail", "integration.manage"),
        ("api-keys", "key", "settings/api-keys", "integration.manage"),
        ("audit", "send", "settings/audit", "audit.read"),
        ("secrets", "lock", "settings/secrets", "settings.manage"),
        ("operator-outages", "authority", "operator/outages", "platform.outages"),
    ];

    public static IEnumerable<SearchHit> Named(string text, IStringLocalizer<Portal> texts, Func<string, bool> may) =>
        from page in All
        where page.Permission is null || may(page.Permission)
        let title = texts[$"nav.{page.Name}"].Value
        where CultureInfo.CurrentCulture.CompareInfo.IndexOf(title, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0
        select new SearchHit("pages", page.Icon, title, null, null, page.Href);
}

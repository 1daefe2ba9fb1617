using System.Text.Json;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Messaging;

/// <summary>Invoices sent from practice companies, and what the practice mail server took. On the portal of version 1's tests.</summary>
static class MailScene
{
    static int made;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(PortalUnderTest portal)
    {
        public Task<Company> MailCompany(string name) => Company.Create(portal, $"mail-{Interlocked.Increment(ref made)}-{name}", hooked: false);

        public Task<InvoiceId> Invoice(Company company, string? email = "client@exemplu.ro", string buyer = "Exemplu Client SRL") =>
            RestPortal.Issue(portal, company, RestPortal.Document($"M-{Interlocked.Increment(ref made)}", new(2026, 11, 1), 100, buyer, email));

        /// <summary>The mails about an invoice, newest first, once the newest is as wanted.</summary>
        public Task<IReadOnlyList<ListMails.Row>> Mails(Company company, InvoiceId invoice, Func<ListMails.Row, bool> newest) => Eventually.Seen(
            async () => (await portal.Ask(company.Owner, new ListMails(invoice.ToString()))).Rows, all => all.Count > 0 && newest(all[0]));

        public Task<IReadOnlyList<ListMails.Row>> Mails(Company company, InvoiceId invoice, MailState state) => portal.Mails(company, invoice, m => m.State == state);

        /// <summary>Until this reaction has looked at all that happened in the company so far.</summary>
        public Task Reacted(Company company, string reaction) => Eventually.Seen(
            () => portal.Sql($"select count(*) from kernel.work_items where tenant_id = '{company.Id.Value}' and name = 'on:{reaction}'"), waiting => waiting is 0L);

        public async Task<IReadOnlyList<JsonElement>> Inbox(Company company) => [.. (await portal.Practice.Get($"mail/{company.Slug}")).GetProperty("mails").EnumerateArray()];

        public Task Fault(string kind, string path, int? count = null, int delayMs = 1000) => portal.Practice.Post("faults", new { kind, target = "mail", path, count, delayMs });

        public Task<object?> Sql(string sql) => Database.Ask(portal.Database.Platform, sql, Ct);
    }
}
